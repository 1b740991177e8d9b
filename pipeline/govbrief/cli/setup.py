"""Owns the commands that set up and look after an installation: `doctor`, `model`."""

import sys
from typing import Annotated

import typer

from govbrief.cli.options import Endpoint, JsonFlag, ModelFile, ModelName

model_app = typer.Typer(no_args_is_help=True, help="The embedded model's weights. 内置模型的权重文件。")


def doctor(
    *,
    as_json: JsonFlag = False,
    deep: Annotated[bool, typer.Option("--deep", help="Hash the model file again.")] = False,
    model: ModelName = None,
    base_url: Endpoint = None,
    model_file: ModelFile = None,
) -> None:
    """Say what is installed, reachable or missing, and the fix. 检查安装与连接，并给出修复办法。"""
    from govbrief.base.settings import read_settings
    from govbrief.cli.doctor import print_checks, run_doctor

    flags = {"model": model, "base_url": base_url, "model_file": model_file}
    checks = run_doctor(read_settings(flags), deep=deep)
    sys.exit(print_checks(checks, as_json=as_json))


@model_app.command("fetch")
def model_fetch() -> None:
    """Bring the embedded model's weights (1.1 GB, once). 下载内置模型。"""
    from govbrief.model.fetch import fetch_with_progress

    print(fetch_with_progress())


@model_app.command("path")
def model_path() -> None:
    """Print where the verified weights are. 显示内置模型的位置。"""
    from govbrief.model.weights import require

    print(require())

"""Owns spreading sources over the workers of a Ray cluster with Ray Data; must not know what is made of a source.

Ray restarts a worker that died and gives it its sources again; what they had paid for is in the ledger.
"""

import logging
import os
import pickle
import signal
import uuid
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from govbrief.base.errors import UsageError
from govbrief.batch.rayactors import ClusterLedger, ClusterPace, PaceActor
from govbrief.model.ledger import Ledger
from govbrief.model.limits import Limiter

Work = Callable[[str, str], Awaitable[Any]]
"""What is made of one source, and of the name that its files get."""
Opening = Callable[[ClusterLedger | None, ClusterPace], AbstractContextManager[Work]]
"""Opens the work in a worker, with what it shares with the others."""

TOGETHER = 4
"""Sources that a worker is given at a time, and works on side by side."""
GIVEN = 4
"""Times `TOGETHER` that a worker is given at once: while one report waits for its last answer others go on."""
_STORE_BYTES = 150_000_000
"""Shared memory of a cluster of this machine alone: only names and results go through it."""
_NAMESPACE = "govbrief"
_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""Read by Ray when it is loaded: no word goes to its makers, and what its core remarks stays in its logs."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the workers are."""

    address: str | None = None
    """Of a running cluster; None starts one on this machine, gone at the end."""
    workers: int | None = None
    """Processes, at most; None is one for each CPU."""


@dataclass(frozen=True, slots=True)
class SharedPlan:
    """What a run's workers share."""

    place: str
    """Server and model, by which all runs of a cluster find the one gate before them."""
    limiter: Limiter
    ledger: Path | None


def require_ray() -> Any:  # noqa: ANN401 - a package without type hints
    """The package ray with ray.data: an extra, large.

    Raises:
        UsageError: it is not installed.
    """
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    try:
        import_module("ray.data")
        return import_module("ray")
    except ImportError as error:
        raise UsageError(
            "--engine ray needs the package ray, which is not installed", hint="pip install 'govbrief[ray]'"
        ) from error


def spread(
    names: Mapping[str, str], opening: Opening, plan: SharedPlan, cluster: Cluster
) -> Generator[tuple[str, Any], None, None]:
    """Each source with what was made of it, in the order in which they get done; `names` has their files' names.

    Raises:
        UsageError: ray is not installed, or the cluster cannot be reached.
    """
    ray = require_ray()
    with _connected(ray, cluster), _shared(ray, plan) as (run, pace, ledger):
        workers = cluster.workers or int(ray.cluster_resources().get("CPU", 1))
        rows = ray.data.from_items(
            [{"source": source, "name": name} for source, name in names.items()],
            override_num_blocks=-(-len(names) // TOGETHER),
        ).map(
            Worker,
            fn_constructor_args=(Sealed(opening), run, pace, plan.limiter.most, ledger),
            compute=ray.data.ActorPoolStrategy(
                min_size=1,
                max_size=workers,
                max_tasks_in_flight_per_actor=2 * GIVEN,
                max_concurrent_calls_per_actor=GIVEN,
            ),
            num_cpus=1,
        )
        for row in rows.iter_rows():
            yield row["source"], pickle.loads(row["made"])  # noqa: S301 - our own workers' bytes


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """What opens the work; what it holds, a key among it, is shown in no plan and no log of Ray's."""

    opening: Opening


class Worker:
    """One process of the cluster; has its connections to the server open for all of its sources."""

    def __init__(self, sealed: Sealed, run: str, pace: Any, most: int, ledger: Any) -> None:  # noqa: ANN401 - actors
        """Open the work; `pace` and `ledger` are handles to the actors of the run."""
        self._open = ExitStack()
        kept = ClusterLedger(ledger) if ledger else None
        self._work: Work = self._open.enter_context(sealed.opening(kept, ClusterPace(pace, run, most)))

    async def __call__(self, row: dict[str, str]) -> dict[str, object]:
        """What was made of one source."""
        made = await self._work(row["source"], row["name"])
        return {"source": row["source"], "made": pickle.dumps(made)}


@contextmanager
def _connected(ray: Any, cluster: Cluster) -> Iterator[None]:  # noqa: ANN401 - the package
    """Inside, Ray runs; a cluster that runs already, in a notebook say, is used and left running."""
    if ray.is_initialized():
        yield
        return
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    ending = signal.getsignal(signal.SIGTERM)
    try:
        if cluster.address:
            ray.init(cluster.address, **quiet)
        else:
            cpus = max(os.cpu_count() or 1, cluster.workers or 1)
            ray.init(
                "local", num_cpus=cpus, object_store_memory=_STORE_BYTES, include_dashboard=False, **quiet
            )
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise UsageError(
            f"no Ray cluster at {cluster.address or 'this machine'} ({error})",
            hint="start one with `ray start --head`, or leave --ray-address out",
        ) from error
    # Ray ends the process at once; whoever started the run wants to say what is done
    signal.signal(signal.SIGTERM, ending)
    ray.data.DataContext.get_current().enable_progress_bars = False
    for handler in logging.getLogger("ray.data").handlers:
        if handler.name == "console":
            # its log file has all of it
            handler.setLevel(logging.ERROR)
    try:
        yield
    finally:
        ray.shutdown()


@contextmanager
def _shared(ray: Any, plan: SharedPlan) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - the package
    """Inside, the actors of a run live: the name of the run, the pace, the ledger."""
    here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
        ray.get_runtime_context().get_node_id(), soft=False
    )
    lasting = {"num_cpus": 0, "max_restarts": -1, "max_task_retries": -1}
    run = uuid.uuid4().hex
    pace = (
        ray
        .remote(PaceActor)
        .options(
            name=f"pace of {plan.place}",
            namespace=_NAMESPACE,
            get_if_exists=True,
            lifetime="detached",
            max_concurrency=100_000,
            **lasting,
        )
        .remote(plan.limiter)
    )
    ray.get(pace.join.remote(run, plan.limiter))
    ledger = None
    if plan.ledger:
        # on the machine of whoever started the run: the file is on its own disk
        ledger = ray.remote(Ledger).options(scheduling_strategy=here, **lasting).remote(plan.ledger)
    try:
        yield run, pace, ledger
    finally:
        if ray.get(pace.retire.remote(run)):
            ray.kill(pace)
        if ledger is not None:
            ray.get(ledger.close.remote())

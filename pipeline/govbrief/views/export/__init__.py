"""Exports: briefs as tables that open in a spreadsheet and in a data frame, with types, units and evidence kept."""

from govbrief.views.export.exportrows import TABLES, ColumnType, Table, TableColumn, build_tables
from govbrief.views.export.writers import TABLE_FORMATS, require_formats, table_text, write_tables

__all__ = [
    "TABLES",
    "TABLE_FORMATS",
    "ColumnType",
    "Table",
    "TableColumn",
    "build_tables",
    "require_formats",
    "table_text",
    "write_tables",
]

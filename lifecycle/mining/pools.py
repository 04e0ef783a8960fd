"""Where articles are read: in this process, in several, or on a Dask cluster.

Knows how to open each as an executor, how many portions it can work on at once, and that no worker outlives the process
that started it. Refuses to know what is run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from lifecycle.errors import refuse

PATIENCE = 10
"""How many seconds a cluster's scheduler may take to answer."""

RETRIES = 5
"""How often a portion is tried again after the worker that had it was lost."""


@contextmanager
def pool(workers: int, cluster: str | None = None) -> Iterator[tuple[Executor | None, int]]:
    """An executor and how many portions it works on at once; None for this process alone.

    `cluster` is the address of a running Dask scheduler (tcp://...), whose workers must see the same files. Raises
    InputError if the extra `cluster` is not installed or nobody answers there.
    """
    if cluster is not None:
        client = _client(cluster)
        try:
            yield client.get_executor(pure=False, retries=RETRIES), max(1, sum(client.nthreads().values()))
        finally:
            client.close()
    elif workers > 1:
        with ProcessPoolExecutor(workers, initializer=_end_with_parent) as executor:
            yield executor, workers
    else:
        yield None, 1


def _end_with_parent() -> None:
    """Let this worker end when the process that started it is gone, killed before it could say so."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    """Wait for the process of this sentinel to end, then end this one at once, whatever it is at."""
    wait([sentinel])
    os._exit(1)


def _client(address: str) -> Any:
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        message = '--cluster needs the extra `cluster`: pip install ".[cluster]" in the project\'s folder'
        raise refuse("missing-extra", message) from error
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"--cluster: no Dask scheduler answers at {address!r}; write it as tcp://HOST:PORT"
        raise refuse("no-cluster", message) from error

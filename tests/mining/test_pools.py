"""The same articles read in one process, in two, and on a real Dask cluster that loses a worker half-way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import distributed
import pytest

from lifecycle.errors import InputError
from lifecycle.mining import pools
from lifecycle.mining.archive import harvest, sources_in
from lifecycle.mining.pools import pool

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Enough articles for a dozen portions."""
    for n in range(390):
        (tmp_path / f"{n:03}.txt").write_text("The village council met on Monday.", encoding="utf-8")
    for n, seed in enumerate(SEEDS * 6):
        shutil.copy(seed, tmp_path / f"{13 * n:03}.txt")
    return tmp_path


def test_one_process_needs_no_executor() -> None:
    with pool(1) as (executor, count):
        assert (executor, count) == (None, 1)


def test_two_processes(folder: Path) -> None:
    sources = sources_in([folder])
    with pool(2) as (executor, count):
        assert count == 2
        assert harvest(sources, executor, count) == harvest(sources)


KILLED = """
import time
from lifecycle.mining.pools import pool

if __name__ == "__main__":
    with pool(2) as (executor, _):
        for _ in range(2):
            executor.submit(time.sleep, 1).result()
            executor.submit(time.sleep, 90)
        print("started", flush=True)
        time.sleep(90)
"""


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    """The pipe that all of them write to stays open until the last is gone."""
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().strip() == b"started"
        parent.kill()
        assert parent.communicate(timeout=60)[0] == b""


def test_a_cluster_that_loses_a_worker_gives_the_same(folder: Path) -> None:
    sources = sources_in([folder])
    alone = harvest(sources)
    read = 0
    with distributed.LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        victim = next(iter(cluster.workers.values())).pid

        def tick() -> None:
            nonlocal read
            read += 1
            if read == 100:
                os.kill(victim, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)

        with pool(1, cluster.scheduler_address) as (executor, count):
            assert count == 2
            together = harvest(sources, executor, count, tick=tick)
    assert read == len(sources)
    assert together == alone


def test_nobody_at_the_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "PATIENCE", 0.3)
    with pytest.raises(InputError) as caught, pool(1, "tcp://127.0.0.1:9"):
        pass
    assert [problem.slug for problem in caught.value.problems] == ["no-cluster"]


def test_a_missing_extra_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError) as caught, pool(1, "tcp://127.0.0.1:8786"):
        pass
    assert [problem.slug for problem in caught.value.problems] == ["missing-extra"]

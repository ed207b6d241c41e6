"""Orders of work with dependencies."""

from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._before = {}      # how many predecessors of a node are not done
        self._after = {}       # its successors
        self._ready = None     # None until prepare()
        self._passed_out = set()
        self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        for n in (node, *predecessors):
            self._before.setdefault(n, 0)
            self._after.setdefault(n, [])
        self._before[node] += len(predecessors)
        for p in predecessors:
            self._after[p].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [n for n, count in self._before.items() if count == 0]
        if cycle := self._cycle():
            raise CycleError('nodes are in a cycle', cycle)

    def _cycle(self):
        seen, on_path, path, todo = set(), {}, [], []
        for start in self._before:
            if start in seen:
                continue
            node = start
            while True:
                if node in seen:
                    if node in on_path:
                        return path[on_path[node]:] + [node]
                else:
                    seen.add(node)
                    todo.append(iter(self._after[node]))
                    on_path[node] = len(path)
                    path.append(node)
                while path:
                    node = next(todo[-1], _end)
                    if node is not _end:
                        break
                    del on_path[path.pop()]
                    todo.pop()
                else:
                    break
        return None

    def get_ready(self):
        self._check()
        ready, self._ready = tuple(self._ready), []
        self._passed_out.update(ready)
        return ready

    def is_active(self):
        self._check()
        return bool(self._ready) or self._done < len(self._passed_out)

    __bool__ = is_active

    def done(self, *nodes):
        self._check()
        for node in nodes:
            if node not in self._before:
                raise ValueError(f'node {node!r} was not added using add()')
            if node not in self._passed_out:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if self._before[node] < 0:
                raise ValueError(f'node {node!r} was already marked done')
            self._before[node] = -1
            self._done += 1
            for after in self._after[node]:
                self._before[after] -= 1
                if self._before[after] == 0:
                    self._ready.append(after)

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    def _check(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    __class_getitem__ = classmethod(GenericAlias)


_end = object()

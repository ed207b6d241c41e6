"""typing_extensions: all that it adds is in Python 3.13's own typing."""

from typing import *
import typing as _typing
from typing import (Annotated, Any, Awaitable, Callable, ClassVar, Concatenate, Final, Generic, Literal, LiteralString, Never, NewType, NoReturn,
                    NotRequired, Optional, ParamSpec, Protocol, Required, Self, TypeAlias, TypedDict, TypeGuard, TypeVar, TypeVarTuple, Union,
                    Unpack, assert_never, assert_type, get_args, get_origin, get_type_hints, overload, override, reveal_type,
                    runtime_checkable)


def __getattr__(name):
    return getattr(_typing, name)

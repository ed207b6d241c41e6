"""Enumerations."""

import sys
import _types
from types import MappingProxyType, DynamicClassAttribute

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'EnumCheck', 'global_enum', 'show_flag_values']

_property = property


class property(DynamicClassAttribute):
    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        self.fdel(instance)



class auto:
    _counter = 0

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})' if self.value is not None else 'auto()'


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


_SUNDERS = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
            '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_')


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_sunder(key):
            if key not in _SUNDERS:
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                value = self._ignore
        elif _is_dunder(key):
            pass
        elif self._cls_name is not None and key.startswith(f'_{self._cls_name.lstrip("_")}__'):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) and not isinstance(value, type):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._next(key)
            return value.value
        if isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            parts = []
            for v in value:
                if isinstance(v, auto):
                    if v.value is None:
                        v.value = self._next(key)
                    v = v.value
                parts.append(v)
            return tuple(parts)
        return value

    def _next(self, key):
        self._auto_called = True
        return self._generate(key, 1, len(self._member_names), self._last_values[:])

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        for name in members.keys() if hasattr(members, 'keys') else ():
            self[name] = members[name]
        if not hasattr(members, 'keys'):
            for name, value in members:
                self[name] = value
        for name, value in more.items():
            self[name] = value


class EnumCheck:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'<EnumCheck.{self.name}>'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck('CONTINUOUS'), EnumCheck('NAMED_FLAGS'), EnumCheck('UNIQUE')


_no_value = object()


def _not_numbers(values):
    """The error for auto() after values that have no next one."""
    try:
        last = sorted(values).pop()
    except TypeError:
        return TypeError('unable to sort non-numeric values')
    return TypeError(f'unable to increment {last!r}')


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, /, **kwds):
        if Enum is None:
            return {}
        metacls._check_bases(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            _, first_enum = metacls._mixins(cls, bases)
            if first_enum is not None:
                generate = getattr(first_enum, '_generate_next_value_', None)
                namespace._generate = generate
        return namespace

    @staticmethod
    def _check_bases(name, bases):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f'<enum {name!r}> cannot extend {base!r}')

    @staticmethod
    def _mixins(name, bases):
        """The type that values are made with and the base class that is an enum."""
        if not bases:
            return object, None
        data_type = object
        for chain in bases[:-1] if isinstance(bases[-1], EnumType) else bases:
            for base in chain.__mro__:
                if base is object or isinstance(base, EnumType):
                    continue
                if base.__new__ is not object.__new__ and '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    data_type = base if data_type is object else data_type
                    break
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        if data_type is object:
            data_type = getattr(first_enum, '_member_type_', object)
        return data_type, first_enum

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        classdict.setdefault('_ignore_', [])
        for key in [*classdict['_ignore_'], '_ignore_']:
            classdict.pop(key, None)
        names = list(getattr(classdict, '_member_names', {}))
        order = classdict.pop('_order_', None)
        member_type, first_enum = metacls._mixins(cls, bases)
        values = {name: dict.__getitem__(classdict, name) for name in names}
        body = {k: v for k, v in dict.items(classdict) if k not in values}
        custom_new = body.get('__new__')
        for source in (member_type, first_enum):
            if custom_new is not None:
                break
            candidate = getattr(source, '__new_member__', None)
            if candidate is not None and candidate is not object.__new__:
                custom_new = candidate
        use_args = True
        if custom_new is None:
            custom_new, use_args = object.__new__, False
            if member_type is not object:
                custom_new, use_args = member_type.__new__, True
        body.update(_member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[], _member_type_=member_type,
                    _new_member_=custom_new, _use_args_=use_args)
        body.pop('__new__', None)
        is_flag = Flag is not None and issubclass(first_enum, Flag)
        if is_flag:
            body['_boundary_'] = boundary or getattr(first_enum, '_boundary_', STRICT)
            body['_flag_mask_'] = body['_singles_mask_'] = 0
        # What comes after the class needs its members: __init_subclass__ is called last.
        enum_class = type.__new__(metacls, cls, bases, body, **kwds)
        if custom_new is not object.__new__ and '__new__' in classdict:
            enum_class.__new_member__ = staticmethod(custom_new)
        if '__new__' not in classdict or first_enum is not None:
            enum_class.__new__ = Enum.__new__
        enum_class._fix_methods(first_enum, member_type, classdict)
        for name, value in values.items():
            enum_class._make_member(name, value, is_flag)
        if is_flag:
            enum_class._finish_flag()
        if order is not None:
            wanted = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            wanted = [n for n in wanted if n in enum_class._member_names_ or n not in enum_class._member_map_]
            if wanted != enum_class._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_}\n  {wanted}')
        return enum_class

    def _fix_methods(cls, first_enum, member_type, classdict):
        """Methods of the data type give way to those of the enum, unless it is a ReprEnum."""
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name in classdict:
                continue
            enum_method = getattr(first_enum, name)
            if getattr(cls, name) is not enum_method and getattr(cls, name) is getattr(member_type, name, None):
                setattr(cls, name, enum_method)
        if Flag is not None and issubclass(cls, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in classdict:
                    setattr(cls, name, getattr(Flag, name))

    def _make_member(cls, name, value, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if cls._use_args_:
            new = cls._new_member_(cls, *args)
        else:
            new = cls._new_member_(cls)
        if not hasattr(new, '_value_'):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as exc:
                    error = TypeError('_value_ not set in __new__, unable to create it')
                    error.__cause__ = exc
                    raise error
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new._sort_order_ = len(cls._member_names_)
        new.__init__(*args)
        value = new._value_
        existing = cls._find(value)
        if existing is not None:
            new = existing
        elif not is_flag or cls._is_single(value):
            cls._member_names_.append(name)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if cls._is_single(value):
                cls._singles_mask_ |= value
        cls._member_map_[name] = new
        type.__setattr__(cls, name, new) if not cls._hidden_by_property(name) else None
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _hidden_by_property(cls, name):
        for base in cls.__mro__[1:]:
            descriptor = base.__dict__.get(name)
            if isinstance(descriptor, DynamicClassAttribute):
                return True
        return False

    @staticmethod
    def _is_single(value):
        return isinstance(value, int) and value > 0 and value & (value - 1) == 0

    def _find(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m

    def _finish_flag(cls):
        # Members are in the order of definition; single bits only.
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1

    def __call__(cls, value=_no_value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if value is _no_value and (names is None or cls._member_map_):
            raise TypeError(f"{cls.__class__.__name__}.__call__() missing 1 required positional argument: 'value'")
        if names is None and cls._member_map_:
            return cls.__new__(cls, (value, *values) if values else value)
        if names is None and not values and type is None and cls._member_type_ is not object:
            return cls.__new__(cls, value)
        if names is None:
            return cls.__new__(cls, value)
        return cls._create(value, names, module=module or _types.caller_module(), qualname=qualname, type=type, start=start, boundary=boundary)

    def _create(cls, class_name, names, *, module, qualname, type, start, boundary):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                cls(value)
                return True
            except ValueError:
                return False
        return cls._find(value) is not None

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        if not _is_dunder(name) and '_member_map_' in cls.__dict__ and name in cls.__dict__['_member_map_']:
            return cls.__dict__['_member_map_'][name]
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}", name=name, obj=cls)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(names | {'__new__'} | set(dir(cls._member_type_)))

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'


EnumMeta = EnumType
Enum = Flag = None


class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _new_member_ = object.__new__
    _use_args_ = False

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
        failure = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            failure, result = e, None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        error = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None and failure is None:
            raise error
        if failure is None:
            failure = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        elif not isinstance(failure, ValueError):
            failure.__context__ = error
        raise failure

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values, reverse=True)[0] + 1
        except TypeError:
            raise _not_numbers(last_values) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = repr
        kind = self.__class__._member_type_
        if kind is not object and '__dataclass_fields__' not in kind.__dict__ and kind.__repr__ is not object.__repr__:
            show = kind.__repr__
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'})

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """An enum that keeps str() and format() of its data type."""


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    @staticmethod
    def __new_member__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        new = str.__new__(cls, *values)
        new._value_ = str(*values)
        return new

    __str__ = str.__str__
    __format__ = str.__format__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 2 ** highest.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {highest!r}') from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        if not -cls._all_bits_ - 1 <= value <= cls._all_bits_ or value & (cls._all_bits_ ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bin(value, bits)}\n  allowed {_bin(mask, bits)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(cls._all_bits_ + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = cls._all_bits_ + 1 + value if cls._boundary_ in (EJECT, KEEP) else value & mask
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        pseudo = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        pseudo._value_ = value
        unknown = value & ~mask
        parts = [m._name_ for m in cls._bits(value)]
        if parts:
            pseudo._name_ = '|'.join(parts) + (f'|{cls._number(unknown)}' if unknown else '')
        else:
            pseudo._name_ = None
        cls._value2member_map_[value] = pseudo
        return pseudo

    @classmethod
    def _number(cls, value):
        return hex(value) if cls._boundary_ is KEEP and False else repr(value)

    @classmethod
    def _bits(cls, value):
        for name in cls._member_names_:
            m = cls._member_map_[name]
            if m._value_ & value:
                yield m

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        members = sorted(self._bits(self._value_), key=lambda m: m._value_)
        return iter(members)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__.__name__
        if self._name_ is None:
            return f'<{cls}: {self._value_!r}>'
        return f'<{cls}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        cls = self.__class__.__name__
        if self._name_ is None:
            return f'{cls}({self._value_!r})'
        return f'{cls}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


Flag._boundary_ = STRICT
Flag._flag_mask_ = Flag._singles_mask_ = Flag._all_bits_ = 0


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __str__ = int.__repr__
    __format__ = int.__format__


def _bin(value, bits):
    digits = f'{value & (2 ** bits - 1):0{bits}b}'
    return f'0b{"1" if value < 0 else "0"} {digits}'


def unique(enumeration):
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def verify(*checks):
    def check(enumeration):
        for one in checks:
            if one is UNIQUE:
                unique(enumeration)
            elif one is CONTINUOUS:
                values = sorted(m.value for m in enumeration)
                if values:
                    missing = [v for v in range(values[0], values[-1] + 1) if v not in values]
                    if missing:
                        kind = 'enum'
                        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(map(str, missing))}")
        return enumeration
    return check


def global_enum(cls, update_str=False):
    return cls


def show_flag_values(value):
    return [1 << i for i in range(int(value).bit_length()) if int(value) >> i & 1]

"""One parse of module argparse: which strings belong to which action."""

from _argparse_actions import ArgumentError, _get_action_name
from _argparse_help import SUPPRESS


class _Parse:
    """Each string is classified first: O an option, A an argument, - the mark that only arguments follow.
    Then options take what they want, and positionals share what stands between."""

    def __init__(self, parser, arg_strings, namespace):
        self.parser = parser
        self.strings = arg_strings
        self.namespace = namespace
        self.extras = []
        self.seen = set()
        self.seen_non_default = set()
        self.warned = set()
        self.positionals = parser._get_positional_actions()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [a for a in group._group_actions if a is not action]
                self.conflicts.setdefault(action, []).extend(others)
        self._classify()

    def _classify(self):
        self.options, letters = {}, []
        for i, string in enumerate(self.strings):
            if string == '--':
                letters += ['-'] + ['A'] * (len(self.strings) - i - 1)
                break
            option = self.parser._parse_optional(string)
            letters.append('A' if option is None else 'O')
            if option is not None:
                self.options[i] = option
        self.pattern = ''.join(letters)

    def run(self):
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            option_at = min(i for i in self.options if i >= at)
            if at != option_at:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras += self.strings[at:option_at]
                at = option_at
            at = self._take_option(at)
        self.extras += self.strings[self._take_positionals(at):]
        self._check_missing()
        return self.namespace, self.extras

    def _take(self, action, strings, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(action, f'not allowed with argument {_get_action_name(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _warn_deprecated(self, what, name):
        if name not in self.warned:
            self.warned.add(name)
            self.parser._warning(f"{what} '{name}' is deprecated")

    def _take_option(self, at):
        """Takes the option at a place, or several short ones in one string; where it ends."""
        action, option, sep, explicit = self.options[at]
        taken, end = [], at + 1
        while True:
            if action is None:
                self.extras.append(self.strings[at])
                return end
            if explicit is None:
                end += self.parser._match_argument(action, self.pattern[end:])
                taken.append((action, self.strings[at + 1:end], option))
                break
            count = self.parser._match_argument(action, 'A')
            if count == 1:
                taken.append((action, [explicit], option))
                break
            chars = self.parser.prefix_chars
            if count or option[1] in chars or explicit == '' or sep or explicit[0] in chars:
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            # A flag with more behind it: -xyz is -x -yz.
            taken.append((action, [], option))
            option = option[0] + explicit[0]
            if option not in self.parser._option_string_actions:
                self.extras.append(option[0] + explicit)
                break
            action, explicit, sep = self.parser._option_string_actions[option], explicit[1:], ''
            if not explicit:
                sep = explicit = None
            elif explicit[0] == '=':
                sep, explicit = '=', explicit[1:]
        for action, strings, option in taken:
            if action.deprecated:
                self._warn_deprecated('option', option)
            self._take(action, strings, option)
        return end

    def _take_positionals(self, at):
        """Gives the strings from here to as many positionals as match; where they end."""
        counts = self.parser._match_arguments_partial(self.positionals, self.pattern[at:])
        for action, count in zip(self.positionals, counts):
            strings = self.strings[at:at + count]
            at += count
            if strings and action.deprecated:
                self._warn_deprecated('argument', action.dest)
            self._take(action, strings)
        del self.positionals[:len(counts)]
        return at

    def _check_missing(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                # A default that is a string goes through the type as well, but only when it is used.
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")

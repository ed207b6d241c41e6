"""Usage and help texts of module argparse."""

import os
import re
import textwrap

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'

_COLUMNS = 80   # there is no terminal
_TEXT_MIN = 11


def _columns():
    try:
        return int(os.environ.get('COLUMNS', '0')) or _COLUMNS
    except ValueError:
        return _COLUMNS


class _Section:
    """Texts under a heading; sections stand in sections."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        text = formatter._join_parts(function(*args) for function, args in self.items)
        if self.parent is not None:
            formatter._dedent()
        if not text:
            return ''
        heading = ''
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f"{' ' * formatter._current_indent}{self.heading}:\n"
        return f'\n{heading}{text}\n'


class HelpFormatter:
    __module__ = 'argparse'

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._width = _columns() - 2 if width is None else width
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))
        self._current_indent = 0
        self._action_max_length = 0
        self._root_section = self._current_section = _Section(self, None)

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def _add_item(self, function, args):
        self._current_section.items.append((function, args))

    def start_section(self, heading):
        self._indent()
        section = _Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for sub in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(sub)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        return re.sub(r'\n\n\n+', '\n\n', text).strip('\n') + '\n' if text else text

    def _join_parts(self, parts):
        return ''.join(part for part in parts if part and part is not SUPPRESS)

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            usage = usage % {'prog': self._prog}
        elif not actions:
            usage = str(self._prog)
        else:
            usage = self._wrapped_usage(str(self._prog), actions, groups, prefix)
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, prog, actions, groups, prefix):
        """Options first; on lines of their own when not everything fits in one."""
        options = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        all_parts = self._get_actions_usage_parts(options + positionals, groups)
        usage = ' '.join([prog] + all_parts) if all_parts else prog
        width = self._width - self._current_indent
        if len(prefix) + len(usage) <= width:
            return usage
        option_parts = self._get_actions_usage_parts(options, groups)
        positional_parts = self._get_actions_usage_parts(positionals, groups)

        def filled(parts, indent, first_column=None):
            lines, line = [], []
            column = len(indent) if first_column is None else first_column
            for part in parts:
                if line and column + len(part) > width:
                    lines.append(indent + ' '.join(line))
                    line, column = [], len(indent)
                line.append(part)
                column += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if first_column is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if option_parts:
                lines = filled([prog] + option_parts, indent, len(prefix)) + filled(positional_parts, indent)
            else:
                lines = filled([prog] + positional_parts, indent, len(prefix))
        else:
            indent = ' ' * len(prefix)
            lines = filled(option_parts + positional_parts, indent)
            if len(lines) > 1:
                lines = filled(option_parts, indent) + filled(positional_parts, indent)
            lines.insert(0, prog)
        return '\n'.join(lines)

    def _get_actions_usage_parts(self, actions, groups):
        grouped, spans = set(), {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if all(a.help is SUPPRESS for a in members) or members[0] not in actions:
                continue
            start = actions.index(members[0])
            if actions[start:start + len(members)] == members:
                grouped.update(members)
                spans[start, start + len(members)] = group
        parts = [self._usage_part(action, action in grouped) for action in actions]
        separated = set()
        for start, end in sorted(spans, reverse=True):
            members = [part for part in parts[start:end] if part is not None]
            count, required = len(members), spans[start, end].required
            opening, closing = ('()' if count > 1 else ('', '')) if required else '[]'
            members[0] = opening + members[0]
            members[-1] += closing
            for i, part in enumerate(members[:-1], start):
                if i not in separated:
                    parts[i] = part + ' |'
                    separated.add(i)
            parts[start + count - 1] = members[-1]
            parts[start + count:end] = [None] * (end - start - count)
        return [part for part in parts if part is not None]

    def _usage_part(self, action, is_grouped):
        if action.help is SUPPRESS:
            return None
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            return part[1:-1] if is_grouped and part[0] == '[' and part[-1] == ']' else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f'{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}'
        return part if action.required or is_grouped else f'[{part}]'

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, _TEXT_MIN)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        help_column = min(self._action_max_length + 2, self._max_help_position)
        header_width = help_column - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent, first_indent = ' ' * self._current_indent, help_column
        if action.help and len(header) <= header_width:
            header, first_indent = f'{indent}{header:<{header_width}}  ', 0
        else:
            header = f'{indent}{header}\n'
        parts = [header]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, max(self._width - help_column, _TEXT_MIN))
                parts.append(f"{' ' * first_indent}{lines[0]}\n")
                parts.extend(f"{' ' * help_column}{line}\n" for line in lines[1:])
        elif not header.endswith('\n'):
            parts.append('\n')
        parts.extend(self._format_action(sub) for sub in self._iter_indented_subactions(action))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            metavar, = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
            return metavar
        options = ', '.join(action.option_strings)
        if action.nargs == 0:
            return options
        return f'{options} {self._format_args(action, self._get_default_metavar_for_optional(action))}'

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = f"{{{','.join(str(choice) for choice in action.choices)}}}"
        else:
            result = default_metavar
        return lambda size: result if isinstance(result, tuple) else (result,) * size

    def _format_args(self, action, default_metavar):
        metavar, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % metavar(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == SUPPRESS:
            return ''
        form = {None: '%s', OPTIONAL: '[%s]', PARSER: '%s ...'}.get(nargs)
        if form is not None:
            return form % metavar(1)
        try:
            form = ' '.join('%s' for _ in range(nargs))
        except TypeError:
            raise ValueError('invalid nargs value') from None
        return form % metavar(nargs)

    def _expand_help(self, action):
        params = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        params['prog'] = self._prog
        for name, value in params.items():
            if hasattr(value, '__name__'):
                params[name] = value.__name__
        if params.get('choices') is not None:
            params['choices'] = ', '.join(str(choice) for choice in params['choices'])
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _one_line(self, text):
        return re.sub(r'\s+', ' ', text, flags=re.ASCII).strip()

    def _split_lines(self, text, width):
        return textwrap.wrap(self._one_line(text), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(self._one_line(text), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    __module__ = 'argparse'

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS and (
                action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional

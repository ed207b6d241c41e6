"""Print the syntax tree of Python files in the form that dump_test.go prints ours.

    python3.13 dump_ast.py FILE...          trees of whole files
    python3.13 dump_ast.py --record FILE    trees of the programs of FILE, which a line
                                            "=====" separates, to FILE with .ast.txt for .txt
"""
import ast
import sys
import warnings

SKIPPED = {"ctx", "type_comment", "type_ignores", "kind", "simple"}


def constant(value):
    if isinstance(value, str):
        return "str " + value.encode("utf-8", "surrogatepass").hex()
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    if value is None or value is Ellipsis or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return "int " + hex(value)
    if isinstance(value, float):
        return "float " + value.hex()
    return "imag " + value.imag.hex()


def dump(node, indent, out):
    pad = " " * indent
    name = type(node).__name__
    place = ""
    if hasattr(node, "lineno"):
        place = f" {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
    if isinstance(node, ast.Constant):
        out.append(f"{pad}Constant{place} {constant(node.value)}")
        return
    out.append(f"{pad}{name}{place}")
    for field in node._fields:
        if field in SKIPPED and not (field == "simple" and isinstance(node, ast.AnnAssign)):
            continue
        value = getattr(node, field, None)
        if value is None or value == []:
            continue
        if isinstance(value, list):
            out.append(f"{pad} {field}:")
            for item in value:
                if isinstance(item, ast.cmpop):
                    out.append(f"{pad}  {type(item).__name__}")
                elif isinstance(item, ast.AST):
                    dump(item, indent + 2, out)
                elif item is None:
                    out.append(f"{pad}  None")
                else:
                    out.append(f"{pad}  {item}")
        elif isinstance(value, ast.AST):
            if isinstance(value, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
                out.append(f"{pad} {field}: {type(value).__name__}")
            else:
                out.append(f"{pad} {field}:")
                dump(value, indent + 2, out)
        elif field == "value" and isinstance(node, ast.MatchSingleton):
            out.append(f"{pad} value: {value}")
        else:
            out.append(f"{pad} {field}: {value}")
    if isinstance(node, ast.MatchSingleton) and node.value is None:
        out.append(f"{pad} value: None")


def tree(source):
    out = []
    module = ast.parse(source)
    for statement in module.body:
        dump(statement, 0, out)
    return "\n".join(out) + "\n"


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    if sys.argv[1] == "--record":
        path = sys.argv[2]
        with open(path, encoding="utf-8") as f:
            programs = f.read().split("=====\n")
        with open(path.removesuffix(".txt") + ".ast.txt", "w", encoding="utf-8") as f:
            f.write("=====\n".join(tree(p) for p in programs))
        return
    for path in sys.argv[1:]:
        with open(path, "rb") as f:
            source = f.read()
        try:
            print(f"##### {path}")
            sys.stdout.write(tree(source))
        except (SyntaxError, ValueError) as e:
            print(f"error {type(e).__name__}")


if __name__ == "__main__":
    main()

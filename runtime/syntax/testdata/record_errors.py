"""Record what CPython says about the wrong programs of errors.txt.

    python3.13 record_errors.py     reads errors.txt (programs between lines "====="), writes errors.json
"""
import json
import os
import tempfile
import traceback
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))


def record(source):
    with open("x.py", "w", encoding="utf-8", newline="") as f:
        f.write(source)
    try:
        compile(source, "x.py", "exec")
    except SyntaxError as e:
        return {
            "source": source,
            "kind": type(e).__name__,
            "msg": e.msg,
            "line": e.lineno or 0,
            "col": e.offset or 0,
            "endLine": e.end_lineno or 0,
            "endCol": e.end_offset or 0,
            "text": (e.text or "").rstrip("\n"),
            "traceback": "".join(traceback.format_exception_only(e)),
        }
    return {"source": source}


def main():
    warnings.simplefilter("ignore")
    with open(os.path.join(HERE, "errors.txt"), encoding="utf-8") as f:
        sources = f.read().split("=====\n")
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        records = [record(source.replace("<TAB>", "\t").replace("<NOEOL>\n", "")) for source in sources]
    with open(os.path.join(HERE, "errors.json"), "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(r, ensure_ascii=False) for r in records) + "\n]\n")


if __name__ == "__main__":
    main()

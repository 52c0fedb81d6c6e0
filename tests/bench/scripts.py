"""Small programs that are measured: what others give, and a part of ours without the rest."""

BARE_APP = """\
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("Hello, this is a label")
Bare().run()
"""
BARE_LIST = """\
import sys
from textual.app import App
from textual.widgets import SelectionList
class Bare(App):
    def compose(self):
        rows = range(1, int(sys.argv[1]) + 1)
        yield SelectionList(*((f"Look at thing {row:05}", row) for row in rows))
Bare().run()
"""
OUR_TABLE = """\
import sys
from textual.app import App
from tui.app.widgets.table import Column, Table
class Bare(App):
    def compose(self):
        yield Table()
    def on_mount(self):
        columns = Column("From", 20), Column("Yours", 10, right=True), Column("Last", 10)
        row = lambda row: (f"Look at thing {row + 1:05}", str(row), "2024-03-02")
        self.query_one(Table).show(columns, int(sys.argv[1]), row)
Bare().run()
"""
BARE_TABLE = """\
import sys
from textual.app import App
from textual.widgets import DataTable
class Bare(App):
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("From", "Yours", "Last")
        rows = range(int(sys.argv[1]))
        table.add_rows((f"Look at thing {row + 1:05}", str(row), "2024-03-02") for row in rows)
Bare().run()
"""
OWN_SCRIPT = """\
import html, sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        found = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    print("<h1>" + html.escape(found["title"]) + "</h1>")
    for section in found["sections"]:
        print("<h2>" + html.escape(section["title"]) + "</h2><ul>")
        for item in section["items"]:
            steps = "".join("<li>" + html.escape(step["text"]) + "</li>" for step in item["steps"])
            print("<li>" + html.escape(item["title"]) + "<ol>" + steps + "</ol></li>")
        print("</ul>")
"""
MEASURED = """\
import json, resource, subprocess, sys, time
start = time.perf_counter()
shown = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=True).stdout.decode()
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)
print(json.dumps([wall, used.ru_utime + used.ru_stime, peak, shown]))
"""
"""A command run from a small process: its memory is told no smaller than that of its starter."""

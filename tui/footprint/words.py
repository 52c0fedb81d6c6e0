"""What stays behind besides the program, in English, and how it goes."""

from tui.footprint.trace import Trace

COMPLETIONS = Trace(
    "completions",
    "What makes a shell complete the command",
    "Delete these files; take the lines out with an editor. A .zcompdump can be deleted, zsh "
    "writes it again.",
)
PIP = Trace(
    "pip-cache",
    "What pip keeps of all its downloads, those of Paradak among them",
    "Run pip cache purge. The set-up by make keeps none.",
)
FILES = Trace(
    "files",
    "Files with a name that Paradak suggests, or with its own in it",
    "Look whether they are yours, and delete them; then empty the wastebasket.",
)
HISTORY = Trace(
    "history",
    "Commands in the history of a shell",
    "bash: history -d NUMBER for each such line, then history -w. fish: history delete --contains "
    "paradak. Others: close every terminal but one, and take the lines out with an editor. An "
    "empty history is noticed.",
)
LISTS = Trace(
    "lists",
    "Lists of files and of searched words, kept by the desktop, an editor or a pager",
    "Clear the recent files in the settings of the desktop; take the lines out with an editor.",
)

UNKNOWN = (
    Trace(
        "saved",
        "Files you printed or saved under another name, or in another folder",
        "Paradak keeps no list of them. Look in the folders and on the sticks you used; if the "
        "machine stopped while a file was saved, also for its name with .new at the end.",
    ),
    Trace(
        "paper",
        "Sheets, and what a printer keeps",
        "Delete the job in the print queue. The memory of a printer or a print server is not "
        "reached from here.",
    ),
    Trace(
        "typed",
        "Commands that were typed into terminals which are still open",
        "A shell writes them into its history when it closes, this command too. Look again from a "
        "new terminal.",
    ),
    Trace(
        "terminal",
        "What commands wrote into a terminal",
        "Close the window. The interface clears what it drew; list, show, search, print and this "
        "command do not. tmux, screen and terminals that restore their windows may keep it longer.",
    ),
    Trace(
        "downloads",
        "What was downloaded to set it up",
        "Look where your browser and git put it, and for a folder named wheels; clear the list of "
        "downloads. Who runs the network may have seen it.",
    ),
    Trace(
        "copies",
        "Copies: backups, folders that are synchronised, other sticks, messages",
        "Look there. A deleted file may stay in them for long.",
    ),
)

SYSTEM = (
    Trace(
        "logs",
        "Logs: which programs ran, which stick was plugged in, and when",
        "Linux: the journal and the kernel log; Windows: event log, Prefetch, registry; macOS: the "
        "unified log. They do not go line by line, and an emptied log is itself noticed.",
    ),
    Trace(
        "desktop",
        "Small pictures of files, and the index of the desktop search",
        "Linux: the folder thumbnails in .cache. Switch the index off for the folders you use.",
    ),
    Trace(
        "memory",
        "Memory written to the disk: swap and hibernation",
        "It is overwritten in time. Shut down instead of hibernating.",
    ),
    Trace(
        "disk",
        "What was deleted",
        "Deleting takes away the name, not the content, least of all on sticks and SSDs. What "
        "helps is a disk that was encrypted before anything was written to it.",
    ),
)

"""Finds advice that acts on the world in English text that should only look or remember."""

import re
from collections.abc import Iterator

_CHANGING = (
    "activate|add|allow|archive|block|cancel|change|clear|close|connect|create|cut|deactivate"
    "|decline|delete|deny|destroy|disable|disconnect|discard|download|edit|empty|enable|end|erase"
    "|exit|export|forget|format|get|grant|hand|hide|install|join|leave|limit|log|mark|move|mute|opt"
    "|pair|pause|post|power|publish|purge|quit|reboot|register|reinstall|remove|rename|replace"
    "|request|reset|restart|restore|restrict|revoke|rewrite|save|set|share|shut|sign|stop|switch"
    "|take|terminate|throw|tick|turn|unblock|uncheck|unfollow|unfriend|uninstall|unlike|unlink"
    "|unpair|unsubscribe|untag|untick|update|upload|wipe|withdraw"
).split("|")  # fmt: skip
_CONTACTING = (
    "agree|ask|call|contact|email|forward|inform|invite|message|phone|reply|send|speak|talk|tell"
    "|thank|warn|write"
).split("|")

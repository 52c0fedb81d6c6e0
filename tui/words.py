"""The words for what the model names, the same on screen, on paper and on the command line."""

from tui.content.model import App, Device, Evidence, Kind, Priority, Recheck
from tui.plan import Group
from tui.session import Status

APP_NAMES = {
    App.TELEGRAM: "Telegram",
    App.WHATSAPP: "WhatsApp",
    App.VIBER: "Viber",
    App.SIGNAL: "Signal",
    App.INSTAGRAM: "Instagram",
    App.FACEBOOK: "Facebook",
    App.VK: "VK",
    App.ODNOKLASSNIKI: "Odnoklassniki",
    App.YOUTUBE: "YouTube",
    App.TIKTOK: "TikTok",
    App.BANKING: "foreign banking apps",
}
DEVICE_NAMES = {Device.ANDROID: "Android", Device.IPHONE: "iPhone", Device.COMPUTER: "computer"}
KIND_WORDS = {
    Kind.LOOK: "look",
    Kind.REMEMBER: "remember",
    Kind.CHANGE: "change",
    Kind.DELETE: "delete",
    Kind.CONTACT: "contact",
}
PRIORITY_WORDS = {
    Priority.CRITICAL: "first",
    Priority.IMPORTANT: "next",
    Priority.EXTRA: "when you have time",
}
EVIDENCE_WORDS = {
    Evidence.SOURCED: "sourced",
    Evidence.WEAK: "weak source",
    Evidence.GENERAL: "general knowledge",
}
RECHECK_WORDS = {
    Recheck.ONCE: "",
    Recheck.EVENT: "look again after anything happens",
    Recheck.WEEKLY: "look again every week",
    Recheck.MONTHLY: "look again every month",
    Recheck.QUARTERLY: "look again every three months",
}
STATUS_WORDS = {
    Status.TODO: "to do",
    Status.DONE: "done",
    Status.LATER: "later",
    Status.NOT_FOR_ME: "not for me",
}
RHYTHM_WORDS = {
    Recheck.WEEKLY: "Every week",
    Recheck.MONTHLY: "Every month",
    Recheck.QUARTERLY: "Every three months",
}
GROUP_WORDS = {
    Group.FIRST: "First",
    Group.NEXT: "Next",
    Group.TIME: "When you have time",
    Group.ON_HOLD: "On hold",
    Group.ASIDE: "Set aside",
}

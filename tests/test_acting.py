"""Advice that acts is found in sentences as authors write them, plain looking is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content.acting import acting_words
from tui.content.verbs import CHANGING, CONTACTING

ACTS = [
    ("Delete the chat.", "delete"),
    ("Leave the group.", "leave"),
    ("Unfollow the page and its copies.", "unfollow"),
    ("Clear the history of the browser.", "clear"),
    ("Log out on the tablet.", "log"),
    ("Log yourself out everywhere.", "log"),
    ("Sign out of the account.", "sign"),
    ("End the session that you do not know.", "end"),
    ("Uninstall the app.", "uninstall"),
    ("Reset the phone.", "reset"),
    ("Factory-reset the phone.", "reset"),
    ("Block the sender.", "block"),
    ("Revoke the access of the bot.", "revoke"),
    ("Turn off the notifications.", "turn"),
    ("Turn the notifications off.", "turn"),
    ("Switch off the backup.", "switch"),
    ("Switch the phone off.", "switch"),
    ("Change the password.", "change"),
    ("Look at the list, then delete what you do not need.", "delete"),
    ("Look at the list and delete what can count.", "delete"),
    ("Look at what others can see and delete it.", "delete"),
    ("Open the group. Quietly leave it.", "leave"),
    ("You can delete it later.", "delete"),
    ("You may also leave the channel.", "leave"),
    ("You should block the bot.", "block"),
    ("You need to change the password.", "change"),
    ("Choose “Delete chat”.", "delete"),
    ("Tap the button “Leave group”.", "leave"),
    ("Tap a device that you do not know and choose “Log out”.", "log"),
    ("Look for “Disconnect All Websites” and choose it.", "disconnect"),
    ("Tick “Also delete for”, then confirm.", "tick"),
    ("Do not wait and delete everything.", "delete"),
    ("Do not forget to log out.", "log"),
    ("Remember to delete the drafts.", "delete"),
    ("Try to leave before the evening.", "leave"),
    ("Make sure to reset the PIN.", "reset"),
    ("It is better to leave the group.", "leave"),
    ("Consider deleting the account.", "delete"),
    ("Start by removing the oldest posts.", "remove"),
    ("The chat should be deleted.", "delete"),
    ("Old posts must be removed first.", "remove"),
    ("The app needs to be uninstalled.", "uninstall"),
    ("If you do not know, leave or delete it.", "leave delete"),
    ("If a stranger writes, block the sender.", "block"),
    ("Never open the link, delete the message.", "delete"),
    ("In Telegram delete the chat.", "delete"),
    ("On the phone turn off the backup.", "turn"),
    ("Leave channels as soon as you can.", "leave"),
    ("Leave the group for good.", "leave"),
    ("Please remove the bot.", "remove"),
    ("Get rid of the app.", "get"),
    ("Take the SIM card out.", "take"),
    ("Close the account.", "close"),
    ("Shut the phone down.", "shut"),
    ("Opt out of the backup.", "opt"),
    ("Call a lawyer.", "call"),
    ("Ask your lawyer which one.", "ask"),
    ("Write to the bank.", "write"),
    ("Tell your family.", "tell"),
    ("Send the code to yourself.", "send"),
    ("Look at the phone and warn your friends.", "warn"),
    ("Look — delete — forget.", "delete forget"),
    ("Look (and delete) old posts.", "delete"),
    ("Mute the channel.", "mute"),
    ("Archive old chats.", "archive"),
    ("Unlink the computer.", "unlink"),
    ("Terminate all other sessions.", "terminate"),
    ("Set a new PIN.", "set"),
    ("Save the page.", "save"),
    ("Stop the bot.", "stop"),
    ("Stop sharing your location.", "stop"),
    ("Wait a day, leave the group, and stay calm.", "leave"),
    ("Better leave this group.", "leave"),
    ("Reading done, turn the phone off.", "turn"),
    ("Carefully, delete the rest.", "delete"),
    ("Everything there can be seen, so delete it.", "delete"),
    ("Today or tomorrow delete it.", "delete"),
    ("Ask whether it counts and delete it.", "ask delete"),
    ("It helps to leave them.", "leave"),
    ("Don’t panic, delete it.", "delete"),
    ("Choose “Apps”, then “Uninstall”.", "uninstall"),
    ("Make the profile private.", "make"),
    ("You are free to leave the channel.", "leave"),
    ("Pay the sum by card.", "pay"),
    ("Answer the stranger.", "answer"),
    ("DELETE IT.", "delete"),
]

STANDS_STILL = [
    "Look at who is in the list.",
    "Leave it as it is.",
    "Do not delete or reset anything.",
    "Stop there.",
    "Ask yourself whether you need it.",
    "You may stop at any time.",
    "Do not delete, change or reset anything.",
    "Never leave or mute a group during a check.",
    "Don’t leave or delete anything.",
    "Leave everything as it is for now, and remember what you saw.",
    "Leave your messages where they are, and stay in the groups.",
    "Leave saved posts and drafts untouched.",
    "Leave each switch as it stands.",
    "Leave the message alone, without an answer.",
    "Leave the rest for another day.",
    "Delete nothing.",
    "Open the chat and delete nothing.",
    "Keep the chats and write to nobody about them.",
    "Before you delete something, think who else it touches.",
    "Before you leave or delete a chat, think.",
    "Decide whether to leave or keep it.",
    "Decide whether to keep or delete it.",
    "Look whether the folder is old or empty.",
    "Look at your tablet and phone.",
    "Look at the call log, contact list and archive.",
    "Look at the archive, the folders and the block list.",
    "Look for the words “Delete account”.",
    "Look at the button “Log out” without touching it.",
    "Look which bots can delete messages.",
    "Look at who can add you to groups.",
    "Look at the channels that you can leave later.",
    "Administrators can see and delete messages.",
    "Some apps silently delete messages.",
    "Others block you or leave the group.",
    "People leave, and their messages stay.",
    "Volunteers ask for nothing.",
    "A bot can send and delete messages.",
    "The change is small.",
    "Call logs stay for a year.",
    "Email addresses stand there.",
    "Phone numbers stand under the name.",
    "The end of the list shows the oldest.",
    "Turn to the page of the bot.",
    "Turn the phone over.",
    "Switch between the tabs.",
    "Move slowly down the list.",
    "Write it down on paper at home.",
    "Stop here and rest.",
    "Stop.",
    "Stop reading when you are tired.",
    "Call it a day.",
    "Add up the minutes.",
    "Set aside ten minutes.",
    "End here for today.",
    "Say: ‘Leave me alone. Call my lawyer.’",
    "Say ‘Don’t delete it’ and nothing more.",
    "Know that deleting an account cannot be undone.",
    "Remember that a channel you leave disappears.",
    "Remember which groups you left.",
    "You do not need to delete anything.",
    "You cannot delete it from there.",
    "No need to block anybody.",
    "Nothing has to be switched now.",
    "Records must be kept by law.",
    "This should be left as it is.",
    "The account should not be deleted.",
    "It is best left alone.",
    "Take your time.",
    "Take a look at the list.",
    "Close the book.",
    "Get a cup of tea.",
    "Talk quietly.",
    "Mark it in your head.",
    "Rather than delete or leave, look.",
    "Look first, and change nothing on that phone.",
    "A message or a call leaves a trace.",
    "Look at posts, likes, comments, marks and tags.",
    "You can tell by the name.",
    "Think which transfers the stranger would want explained.",
    "If you delete or leave, it can be seen.",
    "Read the list once more, slowly.",
    "Leave that chat open.",
    "Look at the row and log of the bot.",
    "Answer the program’s first question with yes.",
    "Pay attention to the name.",
    "Make no notes about it.",
    "Make a list in your head.",
    "Choose “Settings”, then “Devices”.",
    "Look whether there is an answer.",
]


@pytest.mark.parametrize(("text", "verbs"), ACTS)
def test_advice_that_acts_is_found(text: str, verbs: str) -> None:
    assert " ".join(dict.fromkeys(acting_words(text))) == verbs


@pytest.mark.parametrize("text", STANDS_STILL)
def test_advice_that_only_looks_passes(text: str) -> None:
    assert list(acting_words(text)) == []


@pytest.mark.parametrize("verb", sorted(CHANGING | CONTACTING))
def test_every_verb_acts_at_the_start_with_an_object(verb: str) -> None:
    particle = {"opt": "out", "log": "out", "speak": "to him", "talk": "to him", "get": "rid of it"}
    closed = {"close": "your account", "hand": "it over", "take": "it out"}
    switched = dict.fromkeys(["power", "shut", "turn"], "it off")
    called = {"call": "her", "leave": "it", "tell": "her", "make": "it private"}
    rest = (particle | closed | switched | called).get(verb, "him")
    assert list(acting_words(f"{verb.capitalize()} {rest}.")) == [verb]


def test_turning_to_people_can_be_left_out() -> None:
    text = "Ask a lawyer, call your family and delete the chat."
    assert list(acting_words(text)) == ["ask", "call", "delete"]
    assert list(acting_words(text, contacting=False)) == ["delete"]


def test_each_order_in_a_text_is_found() -> None:
    text = "Delete the chat. Look at the rest, then leave the group and choose “Clear history”."
    assert sorted(acting_words(text)) == ["clear", "delete", "leave"]


HARMLESS = st.sampled_from(["look", "read", "the list", "you can", "remember", "to", "it", "and"])
MARKS = st.sampled_from([*" ,.:;“”‘’'\"—()", "…"])


@given(st.lists(HARMLESS | MARKS).map(" ".join))
def test_words_that_look_never_act_whatever_stands_between_them(text: str) -> None:
    assert list(acting_words(text)) == []


WORDS = st.lists(
    st.sampled_from([*CHANGING, *CONTACTING, "not", "never", "you can", ",", ".", "and", "“", "”"])
).map(" ".join)


@given(WORDS)
def test_leaving_people_out_leaves_everything_else(text: str) -> None:
    everything = list(acting_words(text))
    without = [verb for verb in everything if verb in CHANGING]
    assert list(acting_words(text, contacting=False)) == without


@given(WORDS.filter(lambda text: "“" not in text and "”" not in text))
def test_what_stands_before_does_not_hide_an_order_in_a_sentence_of_its_own(text: str) -> None:
    assert list(acting_words(f"{text}. Delete the chat.")) == [*acting_words(f"{text}."), "delete"]

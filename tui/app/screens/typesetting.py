"""A screen with an order at hand, whose pages are set while keys are answered."""

import asyncio

from tui.apart import Apart
from tui.app.order import Order
from tui.app.reading import one_by_one, read_in_turns
from tui.app.screens.page import Page
from tui.app.state import State
from tui.app.typesetting import Setting, settings

SETTLES = 0.2
"""Seconds that an order stands before its pages are set."""


class SettingPage(Page):
    """Sets the pages of the newest order alone; an older one is left between two lists."""

    def __init__(self, state: State, apart: Apart) -> None:
        super().__init__(state)
        self._apart = apart
        self.setting: Setting | None = None
        self._set_for: tuple[Order | None, State] | None = None

    def order(self) -> Order | None:
        """What is wanted now, if that is enough to be printed."""
        return None

    def tell_setting(self) -> None:
        """Shows how far the pages are set."""

    def watch_state(self, before: State, now: State) -> None:
        super().watch_state(before, now)
        if self._set_for:
            self.set_anew()

    def set_anew(self) -> None:
        """Has the pages set for what is wanted now, if that is other than before."""
        order, before = self.order(), self._set_for
        if before is None or before[0] != order or not before[1].says_the_same(self.now):
            self._set_for = (order, self.now)
            self.workers.cancel_node(self)
            self._take(None)
            if order:
                self.run_worker(self._set(order, self.now))

    async def _set(self, order: Order, state: State) -> None:
        await asyncio.sleep(SETTLES)
        await read_in_turns(state.library)
        async for setting in one_by_one(settings(order, state, self._apart)):
            self._take(setting)

    def _take(self, setting: Setting | None) -> None:
        self.setting = setting
        if self.is_attached and self in self.app.screen_stack:
            self.tell_setting()

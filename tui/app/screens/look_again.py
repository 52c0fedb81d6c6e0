"""What is worth repeating: every week, every month, every three months."""

from tui.app.screens.work import WorkPage
from tui.plan import Plan, look_again


class LookAgainPage(WorkPage):
    """Items of all lists by how often; outside a plan, so it opens with the moment in words."""

    in_list = True

    def where(self) -> str:
        return self.say("Look again")

    def plan(self) -> Plan:
        return look_again(self.now.library, self.now.plan.situation, self.now.plan.profile)

    def notice(self) -> tuple[str, ...]:
        return self.now.library.notices["stop"]

"""stub"""
def domain_of(address: str) -> str:
    low = address.strip()
    if low.lower().startswith("tg:"):
        return "tg:"
    if "://" in low:
        low = low.split("://", 1)[1]
    for c in "/?#":
        low = low.split(c, 1)[0]
    low = low.rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".").lower()
    return low[4:] if low.startswith("www.") else low

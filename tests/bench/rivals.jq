# What rivals.py counts, for jq; $me is the owner of a file that does not tell.

def lower:
  explode
  | map(
      if (65 <= . and . <= 90) or (1040 <= . and . <= 1071) then . + 32
      elif 1024 <= . and . <= 1039 then . + 80
      else . end
    )
  | implode;

def domain:
  if test("^tg:"; "i") then "tg:"
  else
    (split("://") | .[1] // .[0])
    | split("/")[0] | split("?")[0] | split("#")[0] | split("@")[-1] | split(":")[0]
    | rtrimstr(".") | lower | ltrimstr("www.")
  end;

def links:
  (
    if .text_entities then .text_entities[] else .text | arrays | .[] end
    | objects
    | if .type == "link" then .text elif .type == "text_link" then .href else empty end
  ),
  (.rich_message // empty | .. | objects | .url, .href | strings);

def tally: group_by(.) | map({(.[0]): length}) | add // {};
def every: map(.[0]) | tally;
def by_me: map(select(.[1]) | .[0]) | tally;

(.personal_information.user_id // $me) as $id
| "user\($id)" as $user
| [if has("messages") then . else .chats, .left_chats | objects | .list[] end] as $chats
| def all: $chats[] | .messages[];
  def mine: .from_id == $id or .from_id == $user;
  [all | select(has("forwarded_from")) | [.forwarded_from // "\u0000null", mine]] as $forwards
| [all | mine as $mine | links | [domain, $mine]] as $links
| [
    all
    | if has("photo") then ["photo", mine]
      elif has("file") then [.media_type // "file", mine]
      else empty end
  ] as $media
| {
    chats_by_type: $chats | map(.type) | tally,
    messages_by_type:
      $chats
      | group_by(.type)
      | map({(.[0].type): map(.messages | length) | add})
      | add
      | with_entries(select(.value > 0)),
    forwarded_from: $forwards | every,
    forwarded_from_by_me: $forwards | by_me,
    link_domains: $links | every,
    link_domains_by_me: $links | by_me,
    via_bots: [all | .via_bot // empty] | tally,
    media: $media | every,
    media_by_me: $media | by_me
  }

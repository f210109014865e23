"""What posts may do in the response room."""

PUT_UP_OPINION = "response.put_up_opinion"
DIRECT = "response.direct"
DECIDE_UNIT = "response.decide_unit"
PASS_ON = "response.pass_on"
ACKNOWLEDGE = "response.acknowledge"
PREPARE = "response.prepare"
FILE = "response.file"

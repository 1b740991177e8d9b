"""Where answers come from: servers, the embedded model and recordings; `client.py` is the door."""

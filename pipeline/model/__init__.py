"""Where answers come from: servers, the embedded model and recordings; `pipeline/llm.py` is the door."""

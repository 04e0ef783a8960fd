"""The words of the field: who is named, which draft, and which words of one sentence carry a step of its life."""

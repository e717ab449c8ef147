"""The ground floor: what stands on disk. Standard library and pydantic only."""

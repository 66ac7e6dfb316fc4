"""What is safe to eat: figures with their sources, and a check of what somebody says against them. Asks no database."""

from chat.agent.safety.advice import Concern, concerns_of
from chat.agent.safety.table import Keeping, Source, Temperature, keepings, sources, temperatures

__all__ = ["Concern", "Keeping", "Source", "Temperature", "concerns_of", "keepings", "sources", "temperatures"]

"""How the ranking weighs and orders: the company's own choice, each change one undo step."""

from virtualcio.model import Setting
from virtualcio.model.company_data import CompanyData

ORDER_KEY = "ranking_order"
PER_SIZE, BY_BENEFIT = "per_size", "benefit"


def ordered_by_size(data: CompanyData) -> bool:
    """By benefit ÷ size, unless the company orders by benefit alone."""
    return not any(row.value == BY_BENEFIT for row in data.where(Setting, "key", ORDER_KEY))

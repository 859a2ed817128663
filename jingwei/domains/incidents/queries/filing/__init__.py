"""One incident one file 一事一档: everything that is known of a matter, as a document, for one reader and one form."""

from jingwei.domains.incidents.queries.filing.whole import file_of

__all__ = ["file_of"]

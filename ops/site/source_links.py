"""Links that leave the documentation for the source lead to the repository, or are plain words where none is named."""

import re

LINK = re.compile(r"\[([^\]]+)\]\((?:\.\./)+([^)#\s]+)(#[^)\s]*)?\)")


def on_page_markdown(markdown, page, config, files):
    folder = page.file.src_uri.rpartition("/")[0]
    depth = len(folder.split("/")) + 1 if folder else 1

    def to_source(link):
        if link.group(0).count("../") < depth:
            return link.group(0)
        if not config.repo_url:
            return link.group(1)
        return f"[{link.group(1)}]({config.repo_url.rstrip('/')}/blob/main/{link.group(2)}{link.group(3) or ''})"

    return LINK.sub(to_source, markdown)

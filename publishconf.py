"""Settings of the site as it is published: `make publish`. SITEURL comes from the environment, sub-path included."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
RELATIVE_URLS = not SITEURL
DATELINE_STRICT = True
if SITEURL:
    ARTICLE_URL = ARTICLE_LANG_URL = "articles/{slug}/"
    PAGE_URL = PAGE_LANG_URL = "{slug}/"

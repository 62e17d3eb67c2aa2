"""Settings of the site as it is built for reading at home: `make html`. What publishing changes is in publishconf.py."""

SITENAME = "The Elbe and after"
SITESUBTITLE = "Russia, the United States and Britain around the 75th anniversary of the end of the Second World War"
SITEURL = ""
RELATIVE_URLS = True
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
# The language and country of dates: British English writes 8 May 2020, and 07/05/2020 is 7 May.
DATELINE_LOCALE = "en_GB"
# An article whose date is yet to come waits for its day: a build from then on publishes it.
WITH_FUTURE_DATES = False

PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
OUTPUT_PATH = "output"
# The output holds the site and nothing else, so that no page stays of an article that is gone.
DELETE_OUTPUT_DIRECTORY = True
THEME = "theme"
THEME_STATIC_DIR = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["yaml_metadata", "dateline"]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# End the build where an article's front matter is broken, instead of leaving that article out.
DATELINE_STRICT = False

# How much of the articles' text is published: "all", "evidence" (the sentences that tell events) or "none" (title and link).
# An article's front matter can say its own: "publish: none".
DATELINE_TEXT = "all"
# What others may do with the data of this site, in a sentence; and where readers report mistakes ("mailto:..." or a page).
DATELINE_LICENCE = ""
DATELINE_CONTACT = ""

# Dateline writes all pages and feeds; Pelican's own are off.
ARTICLE_URL = "articles/{slug}/index.html"
ARTICLE_SAVE_AS = ""
ARTICLE_LANG_URL = ARTICLE_URL
ARTICLE_LANG_SAVE_AS = ""
PAGE_URL = "{slug}/index.html"
PAGE_SAVE_AS = ""
PAGE_LANG_URL = PAGE_URL
PAGE_LANG_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

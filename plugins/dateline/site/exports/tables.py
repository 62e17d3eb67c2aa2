"""The tables of the database, with what each column holds."""

TABLES = """
CREATE TABLE about (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  published TEXT NOT NULL,      -- ISO date or date-time
  source TEXT NOT NULL,
  original_url TEXT NOT NULL,
  language TEXT NOT NULL,
  location TEXT NOT NULL,
  page TEXT NOT NULL            -- its page on the site, below the site's address; so in the other tables
);
CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,           -- person, organisation, place, group or thing
  country TEXT,                 -- ISO 3166-1 alpha-3, or a PLOVER body (IGO, NGO, IMG, MNC)
  sector TEXT,                  -- PLOVER's (GOV, MIL ...)
  page TEXT NOT NULL
);
CREATE TABLE other_names (
  actor_id TEXT NOT NULL REFERENCES actors (id),
  name TEXT NOT NULL,
  PRIMARY KEY (actor_id, name)
);
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,  -- from 1, in order of time, the undated last
  year INTEGER,                 -- astronomical: 0 is 1 BC
  first_day TEXT,               -- ISO, both inclusive
  last_day TEXT,
  date TEXT,                    -- as precise as it is known: 2014, 2014-03, 2014-03-18
  date_rests_on TEXT,
  type TEXT NOT NULL,
  type_label TEXT NOT NULL,
  tone TEXT NOT NULL,           -- cooperative, hostile or neutral
  manner TEXT,                  -- of visits, calls and meetings
  status TEXT NOT NULL,         -- happened, ongoing, planned, possible, denied, called-for or cancelled
  summary TEXT NOT NULL,
  weight REAL NOT NULL,         -- 0 to 1, as confidence
  confidence REAL NOT NULL,
  page TEXT NOT NULL
);
CREATE TABLE reports (
  number INTEGER PRIMARY KEY,   -- from 1, in the order of the events
  id TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES events (id),
  article_id TEXT NOT NULL REFERENCES articles (id),
  said_by TEXT REFERENCES actors (id),
  trigger_word TEXT NOT NULL,   -- empty, as the sentence, where the site may not publish it
  sentence TEXT NOT NULL
);
CREATE TABLE participants (
  event_id TEXT NOT NULL REFERENCES events (id),
  actor_id TEXT NOT NULL REFERENCES actors (id),
  role TEXT NOT NULL,           -- source, target or other
  PRIMARY KEY (event_id, actor_id, role)
);
CREATE TABLE unnamed_participants (  -- who takes part and is no actor
  event_id TEXT NOT NULL REFERENCES events (id),
  text TEXT NOT NULL,           -- what the articles call them: protesters
  role TEXT NOT NULL,           -- as that of an actor
  PRIMARY KEY (event_id, text, role)
);
CREATE TABLE event_places (     -- where it happened
  event_id TEXT NOT NULL REFERENCES events (id),
  actor_id TEXT NOT NULL REFERENCES actors (id),
  PRIMARY KEY (event_id, actor_id)
);
"""

#: made after the rows, which is faster; the keys lead some of them already
INDEXES = """
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX events_by_year ON events (year);
CREATE INDEX events_by_first_day ON events (first_day);
CREATE INDEX events_by_last_day ON events (last_day);
CREATE INDEX reports_by_event ON reports (event_id);
CREATE INDEX reports_by_article ON reports (article_id);
CREATE INDEX reports_by_said_by ON reports (said_by);
CREATE INDEX participants_by_actor ON participants (actor_id);
CREATE INDEX event_places_by_actor ON event_places (actor_id);
"""

VIEWS = """
CREATE VIEW events_by_day AS
SELECT first_day AS day, type_label, status, summary, page, id AS event_id
FROM events WHERE first_day = last_day ORDER BY place;
CREATE VIEW events_by_actor AS
SELECT actors.name AS actor, participants.role, events.date, events.type_label, events.status, events.summary,
  events.id AS event_id
FROM participants JOIN actors ON actors.id = participants.actor_id JOIN events ON events.id = participants.event_id
ORDER BY actors.name, events.place;
CREATE VIEW sentences AS
SELECT events.date, events.summary, reports.sentence, articles.title AS article, articles.source, articles.published,
  events.id AS event_id
FROM reports JOIN events ON events.id = reports.event_id JOIN articles ON articles.id = reports.article_id
ORDER BY reports.number;
"""

#: full text, kept beside the tables by their numbers, so that no word of them stands twice
SEARCH = """
CREATE VIRTUAL TABLE events_search USING fts5 (
  summary, content="events", content_rowid="place", tokenize='porter unicode61'
);
CREATE VIRTUAL TABLE reports_search USING fts5 (
  sentence, content="reports", content_rowid="number", tokenize='porter unicode61'
);
INSERT INTO events_search (events_search) VALUES ('rebuild');
INSERT INTO reports_search (reports_search) VALUES ('rebuild');
"""

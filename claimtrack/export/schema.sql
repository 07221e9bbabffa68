CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, title TEXT, outlet TEXT, author TEXT, agencies TEXT NOT NULL,
    published TEXT, published_first TEXT, published_last TEXT, event TEXT,
    reliability TEXT, url TEXT, retrieved TEXT, archive TEXT, file TEXT, sha256 TEXT);
CREATE TABLE actors (
    name TEXT PRIMARY KEY, kind TEXT, member_of TEXT, reliability TEXT, aliases TEXT NOT NULL);
CREATE TABLE topics (name TEXT PRIMARY KEY, words TEXT NOT NULL, named_by_hand INTEGER NOT NULL);
CREATE TABLE claims (
    id TEXT PRIMARY KEY, article TEXT REFERENCES articles (id), actor TEXT,
    kind TEXT, stance TEXT NOT NULL, confidence TEXT NOT NULL, confidence_percent INTEGER,
    hedge TEXT, said TEXT, said_first TEXT, said_last TEXT,
    reported TEXT, reported_first TEXT, reported_last TEXT,
    about TEXT, about_first TEXT, about_last TEXT,
    words TEXT NOT NULL, claim TEXT, quote TEXT, topic TEXT REFERENCES topics (name),
    status TEXT NOT NULL, credibility TEXT, note TEXT, rule TEXT, score REAL,
    file TEXT, line INTEGER, search TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE claim_actors (
    claim TEXT NOT NULL REFERENCES claims (id), role TEXT NOT NULL, position INTEGER NOT NULL,
    actor TEXT NOT NULL REFERENCES actors (name), PRIMARY KEY (claim, role, position));
CREATE TABLE claim_tags (
    claim TEXT NOT NULL REFERENCES claims (id), tag TEXT NOT NULL, PRIMARY KEY (claim, tag));
CREATE TABLE claim_answers (
    claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL,
    answers TEXT NOT NULL REFERENCES claims (id), PRIMARY KEY (claim, position));
CREATE TABLE spans (
    claim TEXT NOT NULL REFERENCES claims (id), part TEXT NOT NULL, position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (claim, part, position));
CREATE TABLE figures (
    claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL, text TEXT NOT NULL,
    value NUMERIC, min NUMERIC, max NUMERIC, far_min NUMERIC, far_max NUMERIC,
    what TEXT, state TEXT, scope TEXT NOT NULL, PRIMARY KEY (claim, position));
CREATE TABLE conflicts (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, verdict TEXT NOT NULL, shown INTEGER NOT NULL,
    topic TEXT, phase TEXT, event TEXT, block TEXT,
    a TEXT NOT NULL REFERENCES claims (id), b TEXT NOT NULL REFERENCES claims (id),
    a_figure TEXT, b_figure TEXT, a_origins INTEGER, b_origins INTEGER,
    difference NUMERIC, ratio NUMERIC, reason TEXT NOT NULL,
    ruled TEXT, why TEXT, stale INTEGER, record TEXT NOT NULL);
CREATE TABLE rulings (
    a TEXT NOT NULL REFERENCES claims (id), b TEXT NOT NULL REFERENCES claims (id),
    verdict TEXT NOT NULL, why TEXT, "by" TEXT, "on" TEXT, PRIMARY KEY (a, b));
CREATE INDEX claims_article ON claims (article);
CREATE INDEX claims_topic ON claims (topic);
CREATE INDEX claims_said ON claims (said_first, said_last);
CREATE INDEX claim_actors_actor ON claim_actors (actor);
CREATE INDEX figures_state ON figures (state);
CREATE INDEX conflicts_a ON conflicts (a);
CREATE INDEX conflicts_b ON conflicts (b);
CREATE VIEW claims_flat AS
    SELECT claims.id, claims.actor, claims.said_first, claims.said_last, claims.stance,
        claims.confidence, claims.words, claims.topic, articles.event, articles.title AS article,
        articles.outlet, articles.published, claims.status,
        (SELECT group_concat(text, '; ') FROM figures WHERE figures.claim = claims.id) AS figures
    FROM claims LEFT JOIN articles ON articles.id = claims.article;

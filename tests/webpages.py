"""Web pages in the manner of many news sites, with what is to be read of each.

The layouts are those that readers of German, Austrian and Swiss news meet; every word is invented.
In a page's body ``{text}`` stands for the paragraphs of ``TEXT``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

TEXT = (
    "Der Hafen von Wellstadt ist nach einem Unfall seit Montag gesperrt, wie die Behörden am Abend "
    "in einer Erklärung bekannt gaben und auf Nachfrage bestätigten.",
    "Der Minister Karl Huber sagte am Montag, rund dreihundert Menschen seien verletzt worden. Die "
    "Bergung werde noch mehrere Tage dauern, teilte sein Ministerium mit.",
    "„Wir geben die Hoffnung nicht auf und suchen weiter nach den Vermissten“, sagte die "
    "Bürgermeisterin Anna Klein vor Journalisten in Wellstadt.",
    "Die Polizei erklärte dagegen, es seien höchstens 20 Menschen verletzt worden. Der Verband der "
    "Hafenarbeiter warf dem Ministerium vor, die Zahlen nicht geprüft zu haben.",
)
LEAD = (
    "Nach dem Unglück im Hafen von Wellstadt widersprechen sich Ministerium und Polizei bei der "
    "Zahl der Verletzten, die Bergung dauert an."
)
TITLE = "Hafen von Wellstadt nach Unfall gesperrt"
DAY = "2024-10-29"


@dataclass(frozen=True)
class Page:
    """A page and what is to be read of it: ``lead`` in the text, ``debris`` in no paragraph."""

    name: str
    head: str
    body: str
    published: str | None = DAY
    outlet: str | None = "Wellstädter Bote"
    author: str | None = None
    agencies: tuple[str, ...] = ()
    title: str = TITLE
    lead: tuple[str, ...] = (LEAD,)
    debris: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """The page as it is saved."""
        text = "".join(f"<p>{part}</p>" for part in TEXT)
        body = self.body.replace("{text}", text).replace("{lead}", LEAD).replace("{title}", TITLE)
        head = self.head.replace("{title}", TITLE).replace("{lead}", LEAD)
        return (
            f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">{head}</head>'
            f"<body>{body}</body></html>"
        )


def ld(*nodes: dict[str, object], graph: bool = False) -> str:
    """JSON-LD as pages carry it."""
    value: object = {"@context": "https://schema.org", "@graph": list(nodes)} if graph else nodes[0]
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def meta(**named: str) -> str:
    """Meta elements: ``og_title`` is the property ``og:title``, ``author`` the name ``author``."""
    return "".join(
        f'<meta {"property" if "_" in key else "name"}="{key.replace("_", ":", 1)}" '
        f'content="{value}">'
        for key, value in named.items()
    )


def person(name: str) -> dict[str, object]:
    """A person of JSON-LD."""
    return {"@type": "Person", "name": name}


BOTE = meta(og_site_name="Wellstädter Bote", og_title="{title}")

FIRST = (
    Page(
        "lead as p.teaser, day in JSON-LD",
        BOTE
        + ld(
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-10-29T08:00:00+01:00",
                "dateModified": "2024-11-05T08:00:00+01:00",
                "author": [person("Eva Muster"), person("Jan Kubik")],
            }
        ),
        '<nav><a href="/">Startseite</a></nav><main><article><h1>{title}</h1>'
        '<p class="teaser">{lead}</p>{text}</article></main>'
        "<footer>Stand: 01.01.2025</footer>",
        author="Eva Muster, Jan Kubik",
    ),
    Page(
        "lead as h2.subline, time of the article among those of teasers",
        "<title>{title} - Wellstädter Bote</title>",
        '<aside><time datetime="2024-11-02">02.11.2024</time> <a href="/a">Der Markt öffnet</a></aside>'
        '<main><article><header><h1>{title}</h1><h2 class="subline">{lead}</h2>'
        '<p class="byline">Von Eva Muster</p><time datetime="2024-10-29T18:05">29.10.2024</time>'
        "</header>{text}</article></main>",
        author="Eva Muster",
        debris=("Der Markt öffnet",),
    ),
    Page(
        "a graph of several nodes; the organisation is the outlet",
        "<title>{title} | Aktuell | SPIEGEL ONLINE</title>"
        + ld(
            {"@type": "WebSite", "name": "SPIEGEL ONLINE", "url": "https://www.spiegel.example/"},
            {"@type": "WebPage", "datePublished": "2019-01-01", "name": "Panorama"},
            {
                "@type": ["NewsArticle", "Article"],
                "headline": TITLE,
                "datePublished": "2024-10-29T23:30:00+01:00",
                "author": [{"@type": "Organization", "name": "DER SPIEGEL"}],
                "publisher": {"@type": "Organization", "name": "DER SPIEGEL"},
            },
            graph=True,
        ),
        "<main><article><header><h2><span>Unglück</span></h2><h1>{title}</h1>"
        '<div class="RichText leading-loose">{lead}</div></header>'
        '<section class="relative"><div class="RichText">{text}'
        "<p>Mit Material von dpa und AFP</p></div></section></article></main>",
        outlet="Der Spiegel",
        agencies=("dpa", "AFP"),
    ),
    Page(
        "public broadcaster: Stand above the lead, bold lead",
        "<title>{title} | tagesschau.de</title>"
        + meta(og_site_name="tagesschau.de", date="2024-10-29T14:30:00"),
        '<article class="container"><div class="article-head"><h1><span>Wellstadt</span> '
        '<span>{title}</span></h1><p class="metatextline">Stand: 30.10.2024 14:30 Uhr</p></div>'
        '<p class="textabsatz"><strong>{lead}</strong></p>'
        '<p class="authorline">Von Eva Muster, ARD Wellstadt</p>{text}'
        '<div class="copytext__infobox"><p>Über dieses Thema berichtete die tagesschau am 29. Oktober '
        "2024 um 20:00 Uhr.</p></div></article>",
        title="Wellstadt " + TITLE,
        outlet="Tagesschau",
        author="Eva Muster",
        debris=("Stand: 30.10.2024", "Über dieses Thema berichtete"),
    ),
    Page(
        "published and updated in words",
        "<title>{title} | Wellstädter Bote</title>",
        '<main><h1>{title}</h1><div class="dates">Aktualisiert am 5. November 2024, 10:12 Uhr · '
        'Veröffentlicht am 29. Oktober 2024, 8:00 Uhr</div><p class="lead">{lead}</p>'
        '<div class="article-body">{text}</div></main>',
    ),
    Page(
        "only a footer's Stand",
        BOTE,
        '<main><article><h1>{title}</h1><p class="vorspann">{lead}</p>{text}</article></main>'
        "<footer>Stand: 01.01.2025</footer>",
        published=None,
    ),
    Page(
        "microdata",
        "<title>{title}</title>",
        '<article itemscope itemtype="http://schema.org/NewsArticle">'
        '<h1 itemprop="headline">{title}</h1><p itemprop="description">{lead}</p>'
        '<span itemprop="author" itemscope itemtype="http://schema.org/Person">'
        '<span itemprop="name">Eva Muster</span></span>'
        '<meta itemprop="datePublished" content="2024-10-29"><meta itemprop="dateModified" '
        'content="2024-11-05"><div itemprop="publisher" itemscope><meta itemprop="name" '
        'content="Wellstädter Bote"></div><div itemprop="articleBody">{text}</div></article>',
        author="Eva Muster",
    ),
    Page(
        "agencies as the author",
        BOTE
        + ld(
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-10-29T08:00:00Z",
                "author": {"@type": "Person", "name": "dpa/AFP"},
            }
        ),
        "<article><header><h1>{title}</h1><p>{lead}</p></header>{text}</article>",
        agencies=("dpa", "AFP"),
    ),
    Page(
        "dateline and bracket at the end",
        BOTE + meta(article_published_time="2024-10-29T08:00:00+01:00"),
        "<article><h1>{title}</h1><p>Wellstadt (dpa) – {lead}</p>{text}"
        "<p>Am Abend wollte die Regierung beraten. (dpa/lby)</p></article>",
        agencies=("dpa",),
    ),
    Page(
        "Austrian: Quelle in brackets at the end",
        "<title>{title} - derStandard.at › Panorama</title>" + meta(og_site_name="DER STANDARD"),
        '<article><header><h1 class="article-title">{title}</h1><p class="article-subtitle">{lead}</p>'
        '<p class="article-pubdate"><time datetime="2024-10-29T12:13">29. Oktober 2024, 12:13</time>'
        '</p></header><div class="article-body">{text}<p>(Quelle: APA/sda/dpa)</p></div></article>',
        outlet="Der Standard",
        agencies=("APA", "Keystone-SDA", "dpa"),
    ),
    Page(
        "Swiss: lead in a list, agency in the byline",
        BOTE.replace("Wellstädter Bote", "Neue Zürcher Zeitung"),
        '<article><h1>{title}</h1><ul class="summary"><li>{lead}</li></ul>'
        '<div class="metainfo">(dpa/sda) <time datetime="2024-10-29T08:12:00.000Z">29.10.2024, '
        "09.12 Uhr</time></div>{text}</article>",
        outlet="NZZ",
        agencies=("dpa", "Keystone-SDA"),
    ),
    Page(
        "lead in div[data-testid$=__intro]",
        BOTE + meta(og_article_published_time="2024-10-29"),
        '<main><div class="c-headline"><h1>{title}</h1></div><div data-testid="article__intro">{lead}'
        '</div><time class="date" datetime="2024-10-29T10:00:00+01:00">29.10.2024</time>'
        '<div class="c-rich-text">{text}</div></main>',
    ),
    Page(
        "lead in header > p with class meta",
        BOTE,
        '<article><header class="entry"><h1>{title}</h1><p class="entry-meta-lead">{lead}</p>'
        '<p class="entry-date">Veröffentlicht: 29.10.2024, 08:00 Uhr</p></header>{text}</article>',
    ),
    Page(
        "AMP",
        "<title>{title}</title>"
        + ld(
            {
                "@type": "Article",
                "headline": TITLE,
                "datePublished": "2024-10-29",
                "publisher": {"@type": "Organization", "name": "Wellstädter Bote GmbH & Co. KG"},
                "author": "Eva Muster",
            }
        ),
        '<amp-sidebar><a href="/">Startseite</a></amp-sidebar><main><h1>{title}</h1>'
        '<p class="intro">{lead}</p><amp-img></amp-img>{text}</main>',
        author="Eva Muster",
    ),
    Page(
        "paywall box and newsletter in the text",
        BOTE + meta(article_published_time="2024-10-29T08:00:00+01:00", author="Eva Muster"),
        '<article><h1>{title}</h1><p class="article__lead">{lead}</p>'
        '<div class="paywall"><p>Jetzt weiterlesen mit Bote Plus. Testen Sie einen Monat kostenlos.</p>'
        '</div>{text}<div class="newsletter-box"><p>Abonnieren Sie unseren Newsletter und '
        "erfahren Sie jeden Morgen das Wichtigste.</p></div></article>",
        author="Eva Muster",
        debris=("Jetzt weiterlesen", "Newsletter"),
    ),
    Page(
        "related teasers between the paragraphs",
        BOTE + meta(article_published_time="2024-10-29T08:00:00+01:00"),
        '<article><h1>{title}</h1><p class="teaser-text">{lead}</p>{text}'
        '<div class="related"><h3>Mehr zum Thema</h3><article class="teaser"><a href="/x"><h4>Fähre '
        'fällt aus</h4><p class="teaser__text">Der Betreiber sagte, die Fähre fahre erst am Sonntag '
        "wieder.</p></a></article></div></article>",
        debris=("die Fähre fahre erst",),
    ),
    Page(
        "captions and credits",
        BOTE + meta(article_published_time="2024-10-29T08:00:00+01:00"),
        '<article><h1>{title}</h1><figure><img src="x.jpg" alt=""><figcaption>Retter sagten, das Boot '
        'sei gesunken. Foto: Jan Kubik/dpa</figcaption></figure><p class="intro">{lead}</p>{text}'
        '<div class="image"><span class="caption">Der Hafen am Montag.</span><span class="credit">© '
        "Jan Kubik</span></div></article>",
        debris=("das Boot sei gesunken", "Der Hafen am Montag."),
    ),
    Page(
        "author box at the end",
        BOTE + meta(article_published_time="2024-10-29T08:00:00+01:00"),
        '<article><h1>{title}</h1><p class="dek">{lead}</p><p>Von <a rel="author" href="/m">Eva '
        'Muster</a></p>{text}<div class="author-box"><h4>Eva Muster</h4><p>Eva Muster ist seit 2019 '
        "Redakteurin. Sie sagt, sie liebe das Meer.</p></div></article>",
        author="Eva Muster",
        debris=("sie liebe das Meer",),
    ),
    Page(
        "author with firm and place",
        BOTE
        + meta(
            article_published_time="2024-10-29T08:00:00+01:00",
            author="Eva Muster, Wellstädter Bote, Wellstadt",
        ),
        '<article><h1>{title}</h1><p class="subtitle">{lead}</p>{text}</article>',
        author="Eva Muster",
    ),
    Page(
        "live ticker with time stamps",
        BOTE
        + ld(
            {
                "@type": "LiveBlogPosting",
                "headline": TITLE,
                "datePublished": "2024-10-29T06:00:00+01:00",
                "dateModified": "2024-10-31T06:00:00+01:00",
            }
        ),
        '<article><h1>{title}</h1><p class="lead">{lead}</p><div class="ticker">'
        "<time>14:30 Uhr</time><h3>Ministerium nennt Zahlen</h3>{text}<time>12:10 Uhr</time>"
        "<p>Der Betreiber teilte mit, die Schleuse sei unbeschädigt.</p></div></article>",
    ),
    Page(
        "a day alone above the headline",
        "<title>{title}</title>",
        "<main><article><p>Dienstag, 29. Oktober 2024</p><h1>{title}</h1><p><b>{lead}</b></p>{text}"
        "</article></main>",
        outlet=None,
    ),
    Page(
        "title with ressort and paper",
        "<title>{title} – Politik – FAZ.NET</title>" + meta(date="2024-10-29"),
        '<main><h1><span class="kicker">Unglück:</span> <span class="headline">{title}</span></h1>'
        '<div class="atc-IntroText">{lead}</div>{text}</main>',
        title="Unglück: " + TITLE,
        outlet="FAZ",
    ),
    Page(
        "agency stamp ntv style",
        "<title>{title} - n-tv.de</title>"
        + meta(og_site_name="n-tv NACHRICHTEN", last_modified="2024-11-05"),
        '<article><span class="article__date">29.10.2024, 08:00 Uhr</span><h2><span>Unglück</span> '
        '<span>{title}</span></h2><div class="article__text"><p><strong>{lead}</strong></p>{text}'
        '<p class="article__source">Quelle: ntv.de, mes/dpa/AFP</p></div></article>',
        title="Unglück " + TITLE,
        outlet="n-tv",
        agencies=("dpa", "AFP"),
    ),
    Page(
        "modified alone",
        BOTE + meta(article_modified_time="2024-11-05T08:00:00+01:00"),
        '<article><h1>{title}</h1><p class="excerpt">{lead}</p>{text}</article>',
        published=None,
    ),
    Page(
        "outlet told by the address alone",
        '<title>{title}</title><link rel="canonical" href="https://www.sueddeutsche.de/p/hafen-1.1?utm_source=x">'
        + meta(date="2024-10-29T08:00:00+01:00"),
        '<article><h1>{title}</h1><p data-manual="teaserText">{lead}</p>{text}</article>',
        outlet="Süddeutsche Zeitung",
    ),
    Page(
        "q elements and a lead in a section of its own",
        BOTE + meta(article_published_time="2024-10-29"),
        '<main><section class="top"><h1>{title}</h1><p>{lead}</p></section><section class="content">'
        "<p>Der Betreiber sagte, <q>wir fangen wieder an</q>, und ging.</p>{text}</section></main>",
        lead=(LEAD, "„wir fangen wieder an“"),
    ),
    Page(
        "several names and an agency in the byline",
        BOTE + meta(article_published_time="2024-10-29"),
        '<article><h1>{title}</h1><h3 class="article-lead">{lead}</h3>'
        '<div class="author">Von Eva Muster, Jan Kubik und dpa</div>{text}</article>',
        author="Eva Muster, Jan Kubik",
        agencies=("dpa",),
    ),
    Page(
        "the title carries the site's name in og:title",
        meta(
            og_title=TITLE + " | Wellstädter Bote",
            og_site_name="Wellstädter Bote",
            article_published_time="2024-10-29",
        ),
        '<article><h1>{title}</h1><p class="summary">{lead}</p>{text}</article>',
    ),
    Page(
        "redaktion as the author",
        BOTE + meta(article_published_time="2024-10-29", author="Redaktion"),
        '<article><h1>{title}</h1><p class="article-intro">{lead}</p>{text}</article>',
    ),
    Page(
        "Stand and first published in one line",
        BOTE,
        "<main><article><p>Stand: 05.11.2024, erstmals veröffentlicht 29.10.2024</p><h1>{title}</h1>"
        '<p class="kurztext">{lead}</p>{text}</article></main>',
    ),
)

PUBLISHED = meta(article_published_time="2024-10-29T08:00:00+01:00")
LINES = "<br><br>".join(TEXT)

SECOND = (
    Page(
        "a graph whose article points to its author and publisher",
        "<title>{title} – Wellstädter Bote</title>"
        + ld(
            {
                "@type": "NewsArticle",
                "headline": TITLE + " &#8211; Wellstädter Bote",
                "datePublished": "2024-10-29T07:00:00+00:00",
                "dateModified": "2024-11-05T07:00:00+00:00",
                "author": {"@id": "https://bote.example/#/person/1"},
                "publisher": {"@id": "https://bote.example/#organization"},
            },
            {
                "@type": "Organization",
                "@id": "https://bote.example/#organization",
                "name": "Wellstädter Bote",
            },
            {"@type": "Person", "@id": "https://bote.example/#/person/1", "name": "Eva Muster"},
            graph=True,
        ),
        '<div id="page"><main><article class="post"><header class="entry-header"><h1 class="entry-title">'
        '{title}</h1></header><div class="entry-excerpt"><p>{lead}</p></div><div class="entry-content">'
        '{text}</div></article><div class="jp-relatedposts"><p>Der Bürgermeister sagte, die Brücke '
        "bleibe noch bis Mai geschlossen.</p></div></main></div>",
        author="Eva Muster",
        debris=("die Brücke bleibe",),
    ),
    Page(
        "no h1, the lead apart from the text",
        "<title>{title} | Wellstädter Bote</title>" + meta(og_title=TITLE),
        '<div class="top"><h2 class="title">{title}</h2><div class="subtitle">{lead}</div>'
        '<div class="info">29.10.2024 | Von Eva Muster</div></div><div class="content">{text}</div>',
        author="Eva Muster",
    ),
    Page(
        "broken JSON-LD, Dublin Core",
        BOTE
        + '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-01",}'
        "</script>" + '<meta name="DC.date.issued" content="2024-10-29">',
        '<article><h1>{title}</h1><div class="lead"><p>{lead}</p></div>{text}</article>',
    ),
    Page(
        "today's date in the head of the site",
        BOTE,
        '<header class="site"><span>Donnerstag, 7. November 2024</span><a href="/">Bote</a></header>'
        '<main><span class="date">29.10.2024</span><h1>{title}</h1><p class="kicker-lead">{lead}</p>'
        "{text}</main>",
    ),
    Page(
        "a list of JSON-LD with the articles of a list",
        BOTE
        + '<script type="application/ld+json">'
        + json.dumps(
            [
                {
                    "@type": "ItemList",
                    "itemListElement": [
                        {
                            "@type": "NewsArticle",
                            "headline": "Anderes",
                            "datePublished": "2024-01-02",
                        }
                    ],
                },
                {"@type": "ReportageNewsArticle", "headline": TITLE, "datePublished": "2024-10-29"},
            ]
        )
        + "</script>",
        '<article><h1>{title}</h1><p class="article-teaser">{lead}</p>{text}</article>',
    ),
    Page(
        "microdata, teasers with days of their own above",
        "<title>{title}</title>" + meta(og_site_name="Wellstädter Bote"),
        '<aside><article itemscope><time itemprop="datePublished" datetime="2024-11-03">3.11.</time>'
        '<a href="/x">Markt</a></article></aside><article itemscope><h1 itemprop="headline">{title}</h1>'
        '<time itemprop="datePublished" datetime="2024-10-29T08:00">29.10.2024</time>'
        '<p class="preface">{lead}</p>{text}</article>',
    ),
    Page(
        "Swiss: published and updated, agency in brackets at the end",
        "<title>{title} | Tages-Anzeiger</title>" + meta(og_site_name="Tages-Anzeiger"),
        '<article><h1>{title}</h1><p class="ContentHead_lead">{lead}</p><div class="ContentMeta">'
        "Publiziert: 29.10.2024, 07:31 Uhr Aktualisiert: 05.11.2024, 08:00 Uhr</div>{text}"
        "<p>SDA/red</p></article>",
        outlet="Tages-Anzeiger",
        agencies=("Keystone-SDA",),
    ),
    Page(
        "the main points as a list above the text",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><div class="facts"><h2>Das Wichtigste in Kürze</h2><ul><li>{lead}</li>'
        "<li>Die Bürgermeisterin gibt die Suche nach den Vermissten nicht auf.</li></ul></div>{text}"
        "</article>",
        lead=(LEAD, "gibt die Suche nach den Vermissten nicht auf"),
    ),
    Page(
        "lead in nested spans",
        BOTE + PUBLISHED,
        '<article><section class="lead"><h1><span>{title}</span></h1><div><span class="x"><span>{lead}'
        "</span></span></div></section><section>{text}</section></article>",
    ),
    Page(
        "a gallery in the text",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="vorspann">{lead}</p><div class="gallery"><div><img><p>Der '
        "Kapitän sagte, er habe nichts gesehen.</p></div><div><img><p>Ein Kran hebt das Boot.</p></div>"
        "</div>{text}</article>",
        debris=("er habe nichts gesehen",),
    ),
    Page(
        "author with office and place",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="intro">{lead}</p><p class="byline">Von Eva Muster, '
        "Korrespondentin in Wellstadt</p>{text}</article>",
        author="Eva Muster",
    ),
    Page(
        "authors with what they did",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="intro">{lead}</p><div class="autor">Von Eva Muster (Text) und '
        "Jan Kubik (Fotos)</div>{text}</article>",
        author="Eva Muster, Jan Kubik",
    ),
    Page(
        "author of JSON-LD as a line",
        ld(
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-10-29",
                "author": "Von Eva Muster und Jan Kubik, dpa",
                "publisher": {
                    "@type": "Organization",
                    "name": "RND RedaktionsNetzwerk Deutschland",
                },
            }
        ),
        "<article><h1>{title}</h1><p>{lead}</p>{text}</article>",
        author="Eva Muster, Jan Kubik",
        agencies=("dpa",),
        outlet="Redaktionsnetzwerk Deutschland",
    ),
    Page(
        "Stand and Von in paragraphs, copyright of an agency",
        "<title>{title}</title>"
        + ld(
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-10-29T12:05:00+01:00",
                "publisher": {"name": "www.bote.example"},
            }
        ),
        "<article><h1>{title}</h1><p>Stand: 05.11.2024, 12:05 Uhr</p><p>Von: <a href='/m'>Eva Muster</a></p>"
        "<p class='id-StoryElement-leadText'>{lead}</p>{text}<p>© dpa-infocom, dpa:241029-930-12345/1</p>"
        "</article>",
        author="Eva Muster",
        agencies=("dpa",),
        outlet="www.bote.example",
        debris=("dpa-infocom", "Stand: 05.11.2024"),
    ),
    Page(
        "the outlet before the title",
        meta(og_title="NZZ - " + TITLE, og_site_name="NZZ", date="2024-10-29"),
        '<article><h1>{title}</h1><p class="headline__lead">{lead}</p>{text}</article>',
        outlet="NZZ",
    ),
    Page(
        "Austrian broadcaster without metadata",
        "<title>{title} - news.ORF.at</title>",
        '<div id="ss-storyText"><div class="story-meta"><h1>{title}</h1><p>Online seit 29. Oktober 2024, '
        '12.13 Uhr</p></div><p class="teaser">{lead}</p>{text}<p>red, ORF.at/APA/dpa</p></div>',
        outlet="ORF",
        agencies=("APA", "dpa"),
    ),
    Page(
        "initials and agencies in brackets at the end",
        "<title>{title} – DW – 29.10.2024</title>" + meta(og_site_name="dw.com"),
        '<article><h1>{title}</h1><span class="publication"><time>29.10.2024</time></span>'
        '<p class="teaser-text">{lead}</p>{text}<p>kle/pgr (dpa, afp, rtr)</p></article>',
        outlet="Deutsche Welle",
        agencies=("dpa", "AFP", "Reuters"),
    ),
    Page(
        "a consent box before the text",
        BOTE + PUBLISHED,
        '<div class="consent-layer"><p>Wir und unsere Partner sagen, dass wir Cookies speichern dürfen, '
        'wenn Sie zustimmen.</p></div><article><h1>{title}</h1><p class="lead">{lead}</p>{text}</article>',
        debris=("unsere Partner sagen",),
    ),
    Page(
        "comments below",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="lead">{lead}</p>{text}</article><section id="comments" '
        'class="comments"><p>Hafenfreund sagt: Der Minister habe gelogen.</p></section>',
        debris=("habe gelogen",),
    ),
    Page(
        "a box of facts in the text",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="deck">{lead}</p>{text}<aside class="factbox"><h3>Der Hafen</h3>'
        "<p>Die Stadt sagt, er sei 1890 gebaut worden.</p></aside></article>",
        debris=("er sei 1890 gebaut",),
    ),
    Page(
        "breaks instead of paragraphs",
        BOTE + PUBLISHED,
        f"<article><h1>{{title}}</h1><b>{{lead}}</b><br><br>{LINES}</article>",
    ),
    Page(
        "the lead twice",
        BOTE + PUBLISHED + meta(og_description="{lead}"),
        '<article><h1>{title}</h1><p class="lead mobile">{lead}</p><p class="lead desktop">{lead}</p>{text}'
        "</article>",
    ),
    Page(
        "late in the evening of UTC",
        BOTE + meta(article_published_time="2024-10-28T23:30:00Z"),
        '<article><h1>{title}</h1><p class="unterzeile">{lead}</p>{text}</article>',
    ),
    Page(
        "public broadcaster by the name of its service",
        "<title>{title} | ZDFheute</title>" + meta(og_site_name="ZDFheute", date="29.10.2024"),
        "<main><h1><span>Unglück:</span> {title}</h1><div><time>29.10.2024 | 08:00</time></div>"
        '<p class="lead">{lead}</p>{text}<p>Quelle: dpa, AFP, ZDF</p></main>',
        title="Unglück: " + TITLE,
        outlet="ZDF",
        agencies=("dpa", "AFP"),
    ),
    Page(
        "a day as mails write it",
        BOTE + meta(pubdate="Tue, 29 Oct 2024 08:00:00 +0100"),
        '<article><h1>{title}</h1><p class="teaser">{lead}</p>{text}</article>',
    ),
    Page(
        "a time in words and an updated one",
        BOTE,
        '<article><h1>{title}</h1><p class="lead">{lead}</p><div>Update: <time class="updated" '
        'datetime="2024-11-05T10:00">vor 3 Stunden</time> <time datetime="2024-10-29T10:00">vor einer '
        "Woche</time></div>{text}</article>",
    ),
    Page(
        "small von, tags at the end",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="leadtext">{lead}</p><span class="c-author">von Eva Muster</span>'
        '{text}<ul class="tags"><li>Hafen</li><li>Wellstadt sagt nein</li></ul></article>',
        author="Eva Muster",
        debris=("sagt nein",),
    ),
    Page(
        "blurred text behind a wall",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="lead">{lead}</p>{text}<div class="blurred"><p>Lorem sagte, '
        'ipsum sei dolor.</p></div><div class="wall"><p>Weiterlesen mit Bote Plus</p></div></article>',
        debris=("ipsum sei dolor", "Bote Plus"),
    ),
    Page(
        "the agency as organisation and a dateline",
        BOTE
        + ld(
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-10-29",
                "author": [{"@type": "Organization", "name": "dpa"}],
            }
        ),
        "<article><h1>{title}</h1><p>Berlin/Wellstadt (dpa/bb) - {lead}</p>{text}</article>",
        agencies=("dpa",),
    ),
    Page(
        "only Stand beside the headline",
        BOTE,
        '<article><h1>{title}</h1><p class="stand">Stand: 5. November 2024, 10:12 Uhr</p>'
        '<p class="lead">{lead}</p>{text}</article>',
        published=None,
        debris=("Stand:",),
    ),
)

THIRD = (
    Page(
        "the logo is an h1, too",
        "<title>{title} - Wellstädter Bote</title>" + PUBLISHED,
        '<header><h1 class="logo"><a href="/">Wellstädter Bote</a></h1></header><main><article><h1>{title}</h1>'
        '<p class="untertitel">{lead}</p>{text}</article></main>',
    ),
    Page(
        "lists where JSON-LD has words",
        BOTE
        + ld(
            {"@type": "BreadcrumbList", "name": "x"},
            {
                "@type": ["Article", "NewsArticle"],
                "headline": [TITLE],
                "datePublished": "2024-10-29T08:00:00.000+0100",
                "author": [{"@type": ["Person"], "name": ["Eva Muster"]}],
            },
            graph=True,
        ),
        '<article><h1>{title}</h1><div class="story__intro"><p>{lead}</p></div>{text}</article>',
        author="Eva Muster",
    ),
    Page(
        "a short year behind the label",
        BOTE,
        '<article><h1>{title}</h1><span class="published-date">Veröffentlicht am: Dienstag, 29.10.24 | '
        '08:00</span><p class="einleitung">{lead}</p>{text}</article>',
    ),
    Page(
        "place and day below the headline",
        BOTE,
        '<article><h1>{title}</h1><p class="date">Wellstadt, 29. Oktober 2024</p><p class="vorspann">{lead}'
        "</p>{text}</article>",
    ),
    Page(
        "the paper in capitals in the window's title alone",
        "<title>{title} - WELT</title>" + PUBLISHED,
        '<article><h1>{title}</h1><div class="c-summary__intro">{lead}</div>{text}</article>',
        outlet="Die Welt",
    ),
    Page(
        "place in a span before the lead",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="lead"><span class="location">Wellstadt</span> – {lead}</p>{text}'
        "</article>",
    ),
    Page(
        "elements of the site's own",
        BOTE + PUBLISHED,
        "<main><x-header><h1>{title}</h1><x-lead>{lead}</x-lead></x-header><x-body>{text}</x-body></main>",
    ),
    Page(
        "an author with an address, a visible byline",
        BOTE + PUBLISHED + meta(author="eva.muster@bote.example"),
        '<article><h1>{title}</h1><p class="intro-text">{lead}</p><p>Autorin: Eva Muster</p>{text}</article>',
        author="Eva Muster",
    ),
    Page(
        "the outlet as author, three names and an agency in the byline",
        BOTE + PUBLISHED + meta(author="Wellstädter Bote"),
        '<article><h1>{title}</h1><p class="intro">{lead}</p><p class="by">Von Eva Muster / Jan Kubik / dpa</p>'
        "{text}</article>",
        author="Eva Muster, Jan Kubik",
        agencies=("dpa",),
    ),
    Page(
        "hours with points",
        BOTE,
        '<article><div class="meta">29.10.2024, 8.00 Uhr</div><h1>{title}</h1><p class="zusammenfassung">{lead}</p>'
        "{text}</article>",
    ),
    Page(
        "counts, adverts and a second headline in the text",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="lead">{lead}</p><a href="#c">12 Kommentare</a><div class="ad">Anzeige'
        "</div>{text}<h2>Wie es weitergeht</h2><p>Der Betreiber teilte mit, am Mittwoch werde wieder geladen.</p>"
        "</article>",
        lead=(LEAD, "am Mittwoch werde wieder geladen"),
        debris=("12 Kommentare", "Anzeige"),
    ),
    Page(
        "a description that was cut short",
        BOTE + PUBLISHED + meta(og_description=LEAD[:90] + "…"),
        "<article><h1>{title}</h1><h2>{lead}</h2>{text}</article>",
    ),
    Page(
        "an article that is called teaser",
        BOTE + PUBLISHED,
        '<article class="teaser-article"><h1>{title}</h1><p class="teaser">{lead}</p><div class="teaser-body">'
        "{text}</div></article>",
    ),
    Page(
        "layout by tables",
        "<title>Wellstädter Bote: {title}</title>",
        "<table><tr><td><a href='/'>Start</a></td><td><font size=5><b>{title}</b></font><br>29.10.2024<br>"
        "<b>{lead}</b><br>{text}</td></tr></table>",
        outlet=None,
        title="Wellstädter Bote: " + TITLE,
    ),
    Page(
        "an agency's page",
        "<title>{title} | APA</title>"
        + meta(og_site_name="APA", article_published_time="2024-10-29"),
        '<article><h1>{title}</h1><p class="lead">{lead}</p><p>WIEN/WELLSTADT (APA/dpa) – Die Bergung ist schwer, '
        "wie es hieß.</p>{text}</article>",
        outlet="APA",
        agencies=("APA", "dpa"),
    ),
    Page(
        "a list of the latest above the text",
        BOTE + PUBLISHED,
        '<div class="newsticker"><ul><li><a href="/a">Der Markt sagt ab.</a></li></ul></div><article><h1>{title}</h1>'
        '<p class="lead">{lead}</p>{text}</article><div class="latest"><a href="/b"><h3>Rathaus</h3><p>Der Rat '
        "sagte, es bleibe beim Nein.</p></a></div>",
        debris=("Der Markt sagt ab", "es bleibe beim Nein"),
    ),
    Page(
        "read-on links between paragraphs",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="lead">{lead}</p>{text}<p><strong>Lesen Sie auch:</strong> <a href="/x">'
        "Kapitän sagt, er sei unschuldig</a></p><p>Mehr zum Thema: <a href='/y'>Minister lügt, sagt Zeuge</a></p>"
        "</article>",
        debris=("er sei unschuldig", "sagt Zeuge"),
    ),
    Page(
        "day of a hAtom page",
        BOTE,
        '<div class="hentry"><h1 class="entry-title">{title}</h1><abbr class="published" title="2024-10-29T08:00:00'
        '+01:00">Dienstag</abbr><p class="lead">{lead}</p><div class="entry-content">{text}</div></div>',
    ),
    Page(
        "Swiss marks, canton and agency in the dateline",
        BOTE.replace("Wellstädter Bote", "Blick") + PUBLISHED,
        "<article><h1>{title}</h1><p class='lead'>{lead}</p><p>Wellstadt BE (sda) – Er sagte: «Wir gehen jetzt.»</p>"
        "{text}</article>",
        outlet="Blick",
        agencies=("Keystone-SDA",),
        lead=(LEAD, "«Wir gehen jetzt.»"),
    ),
    Page(
        "author and place as meta of one line",
        BOTE + PUBLISHED,
        '<article><h1>{title}</h1><p class="lead">{lead}</p><div class="article-meta">Eva Muster, Wellstadt · '
        "29.10.2024 · 3 Min. Lesezeit</div>{text}</article>",
    ),
)

PAGES = FIRST + SECOND + THIRD

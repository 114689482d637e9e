### Words of the interface in English. Page words after the glossary: "speaker" for voice, "statement" for claim.

## Frame
skip = Skip to the text
language-name = English
languages = Languages
main-ways = Main
breadcrumbs = You are here
repository = Source and changes
licence = Annotations: { $licence }. Quotations belong to their authors.
release = Release { $release }.
home = Home
themes = Themes
documents = Documents
voices = Speakers
claims = Statements
terms = Terms
figures = Figures
tensions = Statements at odds
perspectives = Who speaks about whom
data = Data
feed = Feed: { $title }
sheets = Pages
sheet = Page { $number } of { $count }
previous-sheet = Previous
next-sheet = Next
moved = This page has moved:{" "}
turning = Before and after
before = Previous
after = Next

## Home
who-speaks = Who speaks
speaks-for = Speaks for
first-hand = First-hand
evidence =
    { $missing ->
        [0] Of the documents, { $present }.
       *[other] Of the documents, { $present }; none has an author who speaks for { $absent }.
    }
evidence-documents-side =
    { $count ->
        [1] one has an author who speaks for { $group }
        [2] two have an author who speaks for { $group }
        [3] three have an author who speaks for { $group }
       *[other] { $count } have an author who speaks for { $group }
    }
evidence-documents-none =
    { $count ->
        [1] one has an author who speaks for no side
        [2] two have an author who speaks for no side
        [3] three have an author who speaks for no side
       *[other] { $count } have an author who speaks for no side
    }
evidence-documents-unplaced =
    { $count ->
        [1] one has an author whom nobody could place
       *[other] { $count } have an author whom nobody could place
    }
overview-about = Each dot is one statement about that side; its form says who speaks. Statements about several sides together are counted in words.
beside-count = + { $count } on several sides or the world
run =
    { $side }: { $count ->
        [0] no statement
        [one] one statement
       *[other] { $count } statements
    } ({ $own } by its own speakers, { $other } by speakers of other sides, { $outside } by third parties, { $unplaced } by speakers not placed)
evidence-newest = The newest document whose date is known is of { $date }.
overview-table = The same as a table
newest = Newest documents
all-documents = All documents
theme = Theme
leads = Questions to begin with
leads-about = Chosen by the editors.

## Themes and rows
themes-about = Every question of this site, with what its answers amount to.
questions = Questions
answers = Answers
summary = In short
contrast = Side by side
citation = Source { $number }: { $text }
silent-cell = Empty cell: { $question }
proposition = The proposition:{" "}
hinge =
    { $sides ->
        [2] Said of both together
       *[other] Said of several together
    }
band-world = Said of the world
band-outside = Said by speakers of no side
uncounted = Not counted
jump = Go to { $side }
all-statements = All { $count } statements
rates-here = Rated here:{" "}
advised = Advised
forecast = Forecast

state-contrast = contrast
state-alike = alike
state-contested = contested
state-described = described
state-converge = converge
state-differ = differ
state-silent = not covered
state-one-sided = only on { $side }
state-one-sided-voice = only by speakers for { $side }
state-beside-together =
    { $sides ->
        [2] said only of both together
       *[other] said only of several together
    }
state-beside-world = said only of the world
state-beside-voice = said only by outside speakers
state-not-on = { $state }, not on { $sides }
state-not-by = { $state }, nothing by speakers for { $sides }

cell-not-covered = not covered
cell-only-advice = only advice
cell-only-forecast = only a forecast
cell-only-advice-and-forecast = only advice and forecasts
cell-described = described
cell-disputed = disputed

silence-about = No document answers this for { $side }.
silence-advice = No document answers this for { $side }: there is only what stands below.
silence-world = No document answers this.
silence-voice = No speaker for { $side } answers this.

evidence-all =
    { $voices ->
        [one] by { $speakers }, first-hand
       *[other] by { $speakers }, all first-hand
    }
evidence-none =
    { $voices ->
        [one] by { $speakers }, not first-hand: through { $through }
       *[other] by { $speakers }, none first-hand: all through { $through }
    }
evidence-some = by { $speakers }, { $firsthand } first-hand; the rest through { $through }
speakers-side =
    { $count ->
        [one] one speaker for { $side }
       *[other] { $count } speakers for { $side }
    }
speakers-outside =
    { $count ->
        [one] one third party
       *[other] { $count } third parties
    }
speakers-unplaced =
    { $count ->
        [one] one speaker not placed
       *[other] { $count } speakers not placed
    }

ring-own = Speakers for { $side }
ring-told = Speakers for { $side }, as told by others
ring-other = Speakers for { $sides }
ring-outside = Third parties
ring-unplaced = Speakers not placed
ring-word-own = its own speaker
ring-word-other = a speaker for another side
ring-word-outside = a third party
ring-word-unplaced = a speaker not placed

legend-own = speakers of the side itself
legend-other = speakers for another side
legend-outside = third parties
legend-unplaced = speakers not placed

stance-positive = positive
stance-negative = negative
stance-for = for
stance-against = against

balance = What this theme rests on
balance-about = { $claims ->
        [one] One statement has its main question
       *[other] { $claims } statements have their main question
    } in this theme. Drafts, disputed and withdrawn statements are left out.
balance-documents = By document
balance-speakers = By whom the speakers speak for
balance-rest =
    { $count ->
        [one] one other document
       *[other] { $count } other documents
    }
share = Share
share-under = under { $share }

## Rules
rules = How this is computed
rule-counting = Speakers are counted, not statements. Drafts, disputed and withdrawn statements count for nothing.
rule-cells = Cells
rule-cells-text = A statement about one side fills that side’s cell; one about several sides stands in the middle and rates nobody. Advice and forecasts stand below the cell and do not fill it. A cell is “described” where no speaker rates, “disputed” where both ratings occur, and otherwise has the rating that all give. Where speakers are compared, a statement fills the cell of its speaker’s side.
rule-rows = Rows
rule-rows-text = The first that fits: said only of several together or beside the columns; not covered; only on one side; contested, where a cell is disputed or two statements contradict each other; described, where a covered cell is not rated; contrast or alike, and for speakers differ or converge, as the ratings differ or agree.
rule-rings = Who says so
rule-rings-text = The side of the speaker decides, never that of the document.
rule-silence = Empty cells
rule-silence-text = An empty cell says that these documents do not cover it. It does not say that the side is silent.

## Claims
in-document = {" "}in{" "}
hedge = With the source’s reservation: “{ $hedge }”
left-out = words left out
mode-quoted = as quoted by { $by }
mode-paraphrased = as paraphrased by { $by }
mode-reported = as reported by { $by }
mode-cited-document = from a text cited by { $by }
kind-fact = fact
kind-assessment = assessment
kind-measure = measure
kind-recommendation = recommendation
kind-prediction = prediction
kind-risk = risk
status-draft = Draft
status-disputed = Disputed among the editors
status-withdrawn = Withdrawn
the-world = the world
third-party = third party
third-parties = Third parties
unplaced-speakers = Not placed
unplaced = not placed
claim-about = A statement of { $speaker }, pinned to its words in { $document }.
about = About
ring = Who says so
horizon = By
addressee = Addressed to
prefix = Words before
suffix = Words after
chain = How it reached this page
answers-to = Answers to
relations =
    { $count ->
        [one] A related statement
       *[other] Related statements
    }
same-sentence = From the same sentence
same-sentence-all = All statements from this sentence, in the order of the text
other-answers =
    { $count ->
        [one] Another answer to the question
       *[other] Other answers to the question
    }
figures-of-claim =
    { $count ->
        [one] Figure
       *[other] Figures
    }
terms-of-claim =
    { $count ->
        [one] Term
       *[other] Terms
    }
term-changed = Changed on { $date }, after this text was written: { $what }
work = Work on this statement
record = The record as the editors wrote it
propose-change = Propose a change
reason = Withdrawn because:{" "}
dissent = Dissent
before-it = Before it in the text:
after-it = After it in the text:
coding-annotated =
    { $dated ->
        [yes] Annotated by { $by }, { $date }
       *[no] Annotated by { $by }
    }
coding-checked =
    { $dated ->
        [yes] Checked by { $by }, { $date }
       *[no] Checked by { $by }
    }

relation-supports = Supports
relation-contradicts = Contradicts
relation-qualifies = Qualifies
relation-restates = Restates
relation-cites = Cites
relation-responds-to = Responds to
relation-updates = Updates
relation-back-supports = Supported by
relation-back-contradicts = Contradicted by
relation-back-qualifies = Qualified by
relation-back-restates = Restated by
relation-back-cites = Cited by
relation-back-responds-to = Answered by
relation-back-updates = Updated by

verified = verified:{" "}
place = word { $word } of { $words }, { $share }
where = Where
statement = Statement
passage-map-about = Where the { $count } statements stand in the text, from its beginning on the left to its end on the right.
passage-map-table = The same as a table
before-sections = Before the first section
part-of-text = { $from } to { $to }
passage-in-text = The passage in the text
whole-text = The text, with the quoted passages marked
text-of = The text of “{ $title }”
text-about = The numbers lead to the statements that quote a passage.
text-licence = Licence of the text: { $licence }.
passage-in-source = The passage in the source

## Citing
cite = Cite
cites = Cites
cited-place =
    { $sections ->
        [one] at “{ $section }”, word { $word } of { $words }
       *[none] at word { $word } of { $words }
    }

## Figures
figures-about = Every number that a statement carries, as its source gives it.
figures-alike = Like with like
figures-alike-about = On one axis stand only numbers that measure the same, of the same whole, in the same unit and for the same date. What a source does not give is not taken to be the same.
figures-alone = One by one
figures-alone-about = These numbers have different denominators, units or dates, or the source does not give them. They cannot be set against each other.
no-axes = No two numbers in these documents measure the same thing.
figure-what = What
figure-number = Number
voice = Speaker
figure-amount =
    { $bound ->
        [about] about { $number } { $unit }
        [nearly] nearly { $number } { $unit }
        [at-least] at least { $number } { $unit }
        [at-most] at most { $number } { $unit }
        [more-than] more than { $number } { $unit }
        [less-than] less than { $number } { $unit }
       *[exactly] { $number } { $unit }
    }
figure-unit = Unit
figure-of = Of
figure-part = Part
figure-scope = Covers
figure-as-of = As of
figure-producer = Produced by
verbatim = In the source:{" "}
not-given = not given in the source

## Documents
documents-about = The texts that this site compares, each with what a reader must know of it.
short-title = { $kind } by { $authors }
byline = { $kind } by { $authors }, { $date }
undated = date not given in the source
amount =
    { $claims ->
        [one] One statement
       *[other] { $claims } statements
    } { $voices ->
        [one] of one speaker
       *[other] of { $voices } speakers
    }
statements =
    { $count ->
        [0] No statements
        [one] One statement
       *[other] { $count } statements
    }
vantage = From where it speaks
caveats = Before you trust it
in-short = In short
covers = What it covers
covers-amount =
    { $count ->
        [one] one statement
       *[other] { $count } statements
    }
covers-not = It says nothing to the questions on{" "}
bibliography = The document
document-kind = Kind
authors =
    { $count ->
        [one] Author
       *[other] Authors
    }
publisher-as-author = {" "}(the publisher, since the source names no author)
publisher = Publisher
published = Published
not-before = Not before
added = On this site since
text-language = Language of the text
translated = Translation
translated-official = official
translated-own = by the editors
translated-machine = by machine
rights = Rights
rights-reserved = all rights reserved
public-domain = public domain
may-publish = Shown here
publish-quotes = short quotations only
publish-full = the full text
via = Told by
address = Address
replaces = Replaces
replaced-by = A newer version:{" "}
inferred = Concluded by the editors
sections =
    { $count ->
        [one] Section
       *[other] Sections
    }
repairs =
    { $count ->
        [one] A misprint and how it is read
       *[other] Misprints and how they are read
    }
printed = Printed
read = Read as
because = Because
furniture =
    { $count ->
        [one] A line that is not part of the text
       *[other] Lines that are not part of the text
    }
document-paper = Paper
document-news = News item
document-report = Report
document-brief = Brief
document-law = Law
document-plan = Plan
document-speech = Speech
document-statement = Statement
document-dataset = Data set
document-web = Web page
record-of = The record of “{ $title }”
record-about = The annotations as the editors wrote them, from
to-claim = Statement { $claim }

field-affiliation = Affiliation
field-authors =
    { $count ->
        [one] Author
       *[other] Authors
    }
field-country = Country
field-language = Language
field-name = Name
field-published = Published
field-publisher = Publisher
field-role = Role
field-sector = Sector
field-side = Side
field-title = Title
field-url = Address

## Speakers
voices-about = Everyone who says something in these documents, by the side that they speak for.
no-voices = No speaker for this side appears in these documents.
about-voice = The speaker
voice-kind = Kind
voice-person = person
voice-body = organisation
voice-unnamed = not named in the source
no-side = no side: a third party
not-placed = nobody could place this speaker
side-because = Placed there because
sector = Sector
country = Country
sector-government = government
sector-party = party
sector-military = military
sector-state-research = state research
sector-state-media = state media
sector-media = media
sector-think-tank = think tank
sector-academia = academia
sector-company = company
sector-industry-body = industry body
sector-ngo = non-governmental organisation
sector-igo = intergovernmental organisation
wrote = Wrote
issued = Issued

## Terms
terms-about = The laws, bills, plans, programmes, organisations and ideas that these documents name.
about-term = The term
term-kind = Kind
term-side = Belongs to
official-name = Official name
forms = Also written
forms-both = { $before }; { $next }
history = What became of it
term-kind-law = law
term-kind-bill = bill
term-kind-plan = plan
term-kind-programme = programme
term-kind-body = organisation
term-kind-idea = idea

## Statements at odds
tensions-about = Statements that contradict or limit each other, from both ends. The editors say which do and why.
no-tensions = No two statements of these documents are at odds.

## Who speaks about whom
perspectives-about = Who speaks is not whom it is about. The table counts the statements that the speakers for each side make about each.
perspectives-table = Speakers and subjects
perspectives-rule = A row is who speaks, a column whom the statement is about. The strong part of a bar is what authors say themselves; the faint rest is told by others. Drafts, disputed and withdrawn statements are left out.
about-subject = About{" "}
several =
    { $sides ->
        [2] both together
       *[other] several together
    }
world = the world
others = Several sides or the world
perspective =
    { $voices ->
        [one] one speaker
       *[other] { $voices } speakers
    }, { $firsthand ->
        [0] nothing first-hand
       *[other] { $firsthand } first-hand
    }
further-documents =
    { $count ->
        [one] and one more document
       *[other] and { $count } more documents
    }
praise = Praise of others
praise-about = Speakers for a side who rate another side by the better pole of a question.
no-praise = No speaker for a side does.
criticism = Criticism of their own side
criticism-about = Speakers for a side who rate their own side by the worse pole of a question.
no-criticism = No speaker for a side does.

## Data
data-about = Everything on these pages as files, for people who count, compare or build on it.
data-files = Files
kilobytes = { $number } kB
data-rights = Licence and citation
data-cite = Cite the whole as:{" "}
data-citation = { $title }, { $version }. { $url }
data-examples = Examples
data-examples-about = Each counts statements by whom their speakers speak for, or lists them.
data-keys = Keys
data-tables-guarded = In the tables, a text that begins with an apostrophe or with a sign by which a spreadsheet knows a formula stands behind one more apostrophe. Take that one away, and you have the text.
data-claims = Every statement with all that is known of it
data-documents = Every document
data-voices = Every speaker
data-themes = Every theme with its questions, rows, cells and summary
data-terms = Every term
data-theme = The theme “{ $title }” with its statements
data-table-claims = One statement a row
data-table-figures = A figure a row
data-table-relations = A relation between two statements a row
data-annotations = Every statement as a W3C Web Annotation
data-references = Every document as a reference, in { $format }
data-text = The text of “{ $title }”
data-schema = JSON Schema of { $file }
data-package = What the other files are, as a Frictionless data package
## Filters and copying
filter = Filter the statements
filter-any = any
filter-kind = Kind
filter-document = Document
filter-rating = Rating
filter-words = Words
filter-reset = Show all
filter-in-part = It filters what this sheet shows; there are more statements than these.
filter-count = Statements shown: { $shown } of { $all }
filter-hidden = Hidden by the filter: { $count }
copy = Copy
copy-quotation = Copy the quotation
copy-address = Copy the address of this statement
copied = Copied
copy-failed = The browser does not allow it

## Search
search = Search
search-about = Every statement, document, speaker, term, theme and question, in whichever language of this site you write.
search-words = Search for
search-examples = For example:
search-without-scripts = Words are searched for by a script, which your browser does not run. Everything stands below, in order.
search-side = Side
search-theme = Theme
search-choices = Narrow the results
search-count = Results: { $count }
search-some = Nothing has all of these words. Results with some of them: { $count }
search-nothing = Nothing found. Fewer or shorter words find more.
search-early = Nothing found yet. Write more of the word.
search-narrowed = Nothing found with these choices. Results without them: { $count }
search-failed = The search could not be loaded. Everything stands below, in order.
search-more = Show more
search-on = About { $sides }
search-speaker = { $who }: { $voice }
search-by-theme = Statements and questions, by theme
search-a-to-z = Documents, speakers and terms, A to Z
search-letters = Letters
search-no-letter = 0–9
search-document = document
search-voice = speaker
search-term = term
# Words that stand everywhere, so that no text is found by them; in small letters, parted by spaces.
search-passed-over = a an and are as at be been by for from in is it its of on or that the their this to was were which with

## Feeds
feed-about = Documents that joined this site, with what they say of each side.

## Other pages
not-found = There is no such page
not-found-about = The address may be wrong, or the page has moved. Addresses of statements never change.

## Comparing
compare = Compare
compare-about = Any two or three sides, documents or speakers next to each other, question by question.
compare-noscript = Choosing needs JavaScript. The comparisons below are there without it.
compare-column =
    { $number ->
        [1] First
        [2] Second
       *[other] Third
    }
compare-none = none
compare-every-theme = All themes
compare-swap = Swap
compare-shown = Questions shown: { $count }
compare-few = Choose at least two different columns.
compare-failed = This comparison could not be loaded. Choose it again to try once more.
compare-unknown = This site does not have: { $names }
compare-silent = { $name } has nothing on this.
compare-pages = Comparisons with pages of their own
sides = Sides
voices-of = Speakers: { $group }
all-answers = All answers to the question
asked-of-world = Asked of the world, not of a side.
silence-alone = Nothing is said here about { $side }.

## Tray and sharing
tray = Tray
tray-way = Tray ({ $count })
tray-about = Statements that you keep, side by side, to take away with their sources.
tray-noscript = The tray needs JavaScript. All statements are also there as files, under “Data”.
tray-empty = Nothing is pinned yet. “Pin” stands below every statement; what you pin is kept in this browser and sent nowhere.
tray-sent = This tray came with the link. Your own stays as it is.
tray-keep = Add it to my tray
tray-own = Show my own tray
tray-unknown = This site has no statement
tray-failed = These statements could not be loaded:
tray-count = Statements in the tray: { $count }
tray-layout = Laid out
tray-by-hand = in my order
tray-by-question = by question and side
tray-beside = Several sides, or the world
tray-link = Link to this tray
tray-link-about = The link holds the statements and your notes.
tray-take = Take away
tray-print = Print
tray-clear = Empty the tray
tray-note = Note
tray-up = Move up
tray-down = Move down
tray-remove = Remove
tray-moved = Moved to place { $place } of { $count }
tray-removed = Removed
pin = Pin
pinned = In the tray
copy-cited = Copy with source
cited = “{ $quote }” { $speaker }, in: { $source }{ $place } { $url }
row-link = Link to this row
embed = Show this row elsewhere
embed-frame = As a frame
embed-alone = The row by itself
embed-table = As a plain table

## Countries and languages
# By ISO 3166-1; a code that has no line here stands as it is.
name-of-country =
    { $code ->
        [AE] United Arab Emirates
        [AU] Australia
        [BE] Belgium
        [BR] Brazil
        [CA] Canada
        [CH] Switzerland
        [CN] China
        [DE] Germany
        [EG] Egypt
        [ES] Spain
        [FR] France
        [GB] United Kingdom
        [ID] Indonesia
        [IE] Ireland
        [IL] Israel
        [IN] India
        [IT] Italy
        [JP] Japan
        [KR] South Korea
        [MX] Mexico
        [MY] Malaysia
        [NG] Nigeria
        [NL] Netherlands
        [NO] Norway
        [PK] Pakistan
        [PL] Poland
        [RU] Russia
        [SA] Saudi Arabia
        [SE] Sweden
        [SG] Singapore
        [TH] Thailand
        [TR] Türkiye
        [UA] Ukraine
        [US] United States
        [VN] Vietnam
        [ZA] South Africa
       *[other] { $code }
    }
# By BCP 47, likewise.
name-of-language =
    { $tag ->
        [ar] Arabic
        [de] German
        [en] English
        [es] Spanish
        [fr] French
        [hi] Hindi
        [it] Italian
        [ja] Japanese
        [ko] Korean
        [nl] Dutch
        [pt] Portuguese
        [ru] Russian
        [tr] Turkish
        [ur] Urdu
        [vi] Vietnamese
        [zh] Chinese
        [zh-Hans] Chinese, in simplified characters
        [zh-Hant] Chinese, in traditional characters
       *[other] { $tag }
    }

## How parts are put together
between-links = {"; "}
relay-behind = , { $relay }
place-in-section = { $section }, { $words }
office-and-affiliation = { $office }, { $affiliation }
two-sentences = { $first } { $second }

### Words of the interface in Simplified Chinese. Page words after the glossary: 发言者 for voice, 表述 for claim.

## Frame
skip = 跳到正文
language-name = 简体中文
languages = 语言
main-ways = 主导航
breadcrumbs = 当前位置
repository = 源文件与改动
licence = 标注许可：{ $licence }。引文归其作者所有。
release = 版本：{ $release }。
home = 首页
themes = 主题
documents = 文献
voices = 发言者
claims = 表述
terms = 术语
figures = 数据
tensions = 相互抵触的表述
perspectives = 谁在谈论谁
data = 数据文件
feed = 订阅：{ $title }
sheets = 分页
sheet = 第{ $number }页，共{ $count }页
previous-sheet = 上一页
next-sheet = 下一页
moved = 本页已移至：
turning = 前后各页
before = 上一项
after = 下一项

## Home
who-speaks = 谁在发言
speaks-for = 为谁发言
first-hand = 第一手表述
evidence =
    { $missing ->
        [0] 本站收有{ $present }。
       *[other] 本站收有{ $present }；没有一篇文献的作者为{ $absent }发言。
    }
evidence-documents-side =
    { $count ->
        [1] 一篇作者为{ $group }发言的文献
        [2] 两篇作者为{ $group }发言的文献
        [3] 三篇作者为{ $group }发言的文献
       *[other] { $count }篇作者为{ $group }发言的文献
    }
evidence-documents-none =
    { $count ->
        [1] 一篇作者不为任何一方发言的文献
        [2] 两篇作者不为任何一方发言的文献
        [3] 三篇作者不为任何一方发言的文献
       *[other] { $count }篇作者不为任何一方发言的文献
    }
evidence-documents-unplaced =
    { $count ->
        [1] 一篇作者归属不明的文献
       *[other] { $count }篇作者归属不明的文献
    }
overview-about = 每个点是一条关于该方的表述，点的形状表示由谁发言。同时涉及多方的表述以文字计数。
beside-count = 另有{ $count }条涉及多方或世界
run =
    { $side }：{ $count ->
        [0] 没有表述
       *[other] { $count }条表述
    }（本方发言者{ $own }条，他方发言者{ $other }条，第三方{ $outside }条，归属不明的发言者{ $unplaced }条）
evidence-newest = 日期已知的文献中，最新一篇的日期为{ $date }。
overview-table = 以表格显示
newest = 最新文献
all-documents = 全部文献
theme = 主题
leads = 可先看的问题
leads-about = 由编者选定。

## Themes and rows
themes-about = 本站的全部问题，以及各个问题的回答归结为何种状况。
questions = 问题
answers = 回答
summary = 概要
contrast = 两相对照
citation = 出处{ $number }：{ $text }
silent-cell = 空白格：{ $question }
proposition = 命题：
hinge =
    { $sides ->
        [2] 涉及双方
       *[other] 涉及多方
    }
band-world = 关于世界
band-outside = 不属任何一方的发言者所说
uncounted = 不计入
jump = 跳到{ $side }
all-statements = 全部{ $count }条表述
rates-here = 在此评为：
advised = 建议
forecast = 预测

state-contrast = 评价不同
state-alike = 评价相同
state-contested = 有争议
state-described = 有描述
state-converge = 意见一致
state-differ = 意见不同
state-silent = 文献未涉及
state-one-sided = 仅涉及{ $side }
state-one-sided-voice = 仅有{ $side }一方的发言者
state-beside-together =
    { $sides ->
        [2] 仅有同时涉及双方的表述
       *[other] 仅有同时涉及多方的表述
    }
state-beside-world = 仅有关于世界的表述
state-beside-voice = 仅有各方之外的发言者
state-not-on = { $state }，未涉及{ $sides }
state-not-by = { $state }，没有{ $sides }一方的发言者

cell-not-covered = 文献未涉及
cell-only-advice = 仅有建议
cell-only-forecast = 仅有预测
cell-only-advice-and-forecast = 仅有建议和预测
cell-described = 有描述
cell-disputed = 说法不一

silence-about = 就{ $side }而言，没有文献回答这个问题。
silence-advice = 就{ $side }而言，没有文献回答这个问题，仅有下列内容。
silence-world = 没有文献回答这个问题。
silence-voice = 没有{ $side }一方的发言者回答这个问题。

evidence-all =
    { $voices ->
        [1] 出自{ $speakers }，为第一手表述
       *[other] 出自{ $speakers }，均为第一手表述
    }
evidence-none =
    { $voices ->
        [1] 出自{ $speakers }，并非第一手表述：经{ $through }转达
       *[other] 出自{ $speakers }，均非第一手表述：全部经{ $through }转达
    }
evidence-some = 出自{ $speakers }，其中{ $firsthand }位的表述为第一手，其余经{ $through }转达
speakers-side =
    { $count ->
        [1] { $side }一方的一位发言者
       *[other] { $side }一方的{ $count }位发言者
    }
speakers-outside =
    { $count ->
        [1] 一位第三方发言者
       *[other] { $count }位第三方发言者
    }
speakers-unplaced =
    { $count ->
        [1] 一位归属不明的发言者
       *[other] { $count }位归属不明的发言者
    }

ring-own = { $side }一方的发言者
ring-told = { $side }一方的发言者（由他人转达）
ring-other = { $sides }一方的发言者
ring-outside = 第三方
ring-unplaced = 归属不明的发言者
ring-word-own = 本方发言者
ring-word-other = 他方发言者
ring-word-outside = 第三方
ring-word-unplaced = 归属不明的发言者

legend-own = 该方自己的发言者
legend-other = 他方的发言者
legend-outside = 第三方
legend-unplaced = 归属不明的发言者

stance-positive = 正面
stance-negative = 负面
stance-for = 支持
stance-against = 反对

balance = 本主题的依据
balance-about = { $claims ->
        [1] 有一条
       *[other] 有{ $claims }条
    }表述的主要问题属于本主题。草稿、编者意见不一的表述和已撤回的表述不计在内。
balance-documents = 按文献
balance-speakers = 按发言者为谁发言
balance-rest =
    { $count ->
        [1] 另外一篇文献
       *[other] 另外{ $count }篇文献
    }
share = 占比
share-under = 不足{ $share }

## Rules
rules = 计算规则
rule-counting = 计数以发言者为单位，不以表述为单位。草稿、编者意见不一的表述和已撤回的表述一律不计。
rule-cells = 单元格
rule-cells-text = 关于一方的表述填入该方的格；同时关于多方的表述居中，不对任何一方作评价。建议和预测列在格的下方，不算填入该格。发言者均未作评价，该格为“有描述”；两种评价并存，为“说法不一”；其他情况下，采用各发言者一致给出的评价。比较发言者时，表述填入其发言者所属一方的格。
rule-rows = 行
rule-rows-text = 取最先符合的一项：仅有同时涉及多方或列在各栏之外的表述；文献未涉及；仅涉及一方；有争议，即某一格说法不一，或有两条表述相互矛盾；有描述，即有已填入的格未获评价；其余视评价是否一致，为评价不同或评价相同，比较发言者时则为意见不同或意见一致。
rule-rings = 谁的说法
rule-rings-text = 以发言者所属的一方为准，从不以文献所属的一方为准。
rule-silence = 空白格
rule-silence-text = 空白格表示这些文献未涉及此事，并不表示该方对此沉默。

## Claims
in-document = ，见于
# A translation has not the words of the source, and so stands without quotation marks.
hedge = 原文的限定措辞：{ $hedge }
left-out = 有词句略去
mode-quoted = 由{ $by }引用原话
mode-paraphrased = 由{ $by }转述
mode-reported = 由{ $by }转述，发言者未具名
mode-cited-document = 出自{ $by }援引的文本
kind-fact = 事实
kind-assessment = 判断
kind-measure = 措施
kind-recommendation = 建议
kind-prediction = 预测
kind-risk = 风险
status-draft = 草稿
status-disputed = 编者意见不一
status-withdrawn = 已撤回
the-world = 世界
third-party = 第三方
third-parties = 第三方
unplaced-speakers = 归属不明
unplaced = 归属不明
claim-about = { $speaker }的一条表述，与{ $document }中的原文词句对应。
about = 关于
ring = 谁的说法
horizon = 预测期限
addressee = 建议对象
prefix = 前文
suffix = 后文
chain = 如何传到本页
answers-to = 所回答的问题
relations = 相关表述
same-sentence = 出自同一句
same-sentence-all = 按原文顺序查看出自此句的全部表述
other-answers = 对该问题的其他回答
figures-of-claim = 数据
terms-of-claim = 术语
term-changed = 本文写成之后，{ $date }有变动：{ $what }
work = 改进这条表述
record = 编者写下的记录
propose-change = 提议修改
reason = 撤回原因：
dissent = 不同意见
before-it = 原文中的上一条：
after-it = 原文中的下一条：
coding-annotated =
    { $dated ->
        [yes] 由{ $by }标注，{ $date }
       *[no] 由{ $by }标注
    }
coding-checked =
    { $dated ->
        [yes] 由{ $by }复核，{ $date }
       *[no] 由{ $by }复核
    }

relation-supports = 支持
relation-contradicts = 与之矛盾
relation-qualifies = 限定
relation-restates = 重述
relation-cites = 引用
relation-responds-to = 回应
relation-updates = 更新
relation-back-supports = 得到支持
relation-back-contradicts = 与之矛盾
relation-back-qualifies = 受到限定
relation-back-restates = 被重述
relation-back-cites = 被引用
relation-back-responds-to = 得到回应
relation-back-updates = 被更新

verified = 已核对：
place = 第{ $word }词，共{ $words }词，{ $share }处
where = 位置
statement = 表述
passage-map-about = { $count }条表述在原文中的位置，左端为开头，右端为结尾。
passage-map-table = 以表格显示
before-sections = 第一节之前
part-of-text = { $from }至{ $to }
passage-in-text = 文本中的这一段
whole-text = 全文，引用段落已标出
text-of = 《{ $title }》的文本
text-about = 数字链接到引用该段落的表述。
text-licence = 文本许可：{ $licence }。
passage-in-source = 原文中的这一段

## Citing
cite = 引用
cites = 所引文献
cited-place =
    { $sections ->
        [one] 见“{ $section }”，第{ $word }词，共{ $words }词
       *[none] 见第{ $word }词，共{ $words }词
    }

## Figures
figures-about = 各条表述所带的全部数据，按来源的写法列出。
figures-alike = 可比的数据
figures-alike-about = 只有度量内容、总体、单位和日期都相同的数据才列在同一轴上。来源未给出的内容，不与任何内容视为相同。
figures-alone = 单独的数据
figures-alone-about = 这些数据的总体、单位或日期各不相同，或者来源没有给出，不能相互比较。
no-axes = 这些文献中没有两个数据度量同一内容。
figure-what = 内容
figure-number = 数值
voice = 发言者
figure-amount =
    { $bound ->
        [about] 约{ $number }{ $unit }
        [nearly] 近{ $number }{ $unit }
        [at-least] 至少{ $number }{ $unit }
        [at-most] 至多{ $number }{ $unit }
        [more-than] 超过{ $number }{ $unit }
        [less-than] 不到{ $number }{ $unit }
       *[exactly] { $number }{ $unit }
    }
figure-unit = 单位
figure-of = 总体
figure-part = 其中
figure-scope = 涵盖范围
figure-as-of = 截至
figure-producer = 数据提供者
verbatim = 原文写法：
not-given = 来源未给出

## Documents
documents-about = 本站所比较的文本，以及读者对每一篇应当了解的情况。
short-title = { $authors }的{ $kind }
byline = { $authors }的{ $kind }，{ $date }
undated = 来源未给出日期
amount =
    { $claims ->
        [1] 一条
       *[other] { $claims }条
    }表述，来自{ $voices ->
        [1] 一位
       *[other] { $voices }位
    }发言者
statements =
    { $count ->
        [0] 没有表述
        [1] 一条表述
       *[other] { $count }条表述
    }
vantage = 从何处发言
caveats = 采信之前须知
in-short = 概要
covers = 涉及的内容
covers-amount =
    { $count ->
       *[other] { $count }条表述
    }
covers-not = 未涉及以下主题的问题：
bibliography = 文献信息
document-kind = 类型
authors = 作者
publisher-as-author = （来源未给出作者，以发布者为作者）
publisher = 发布者
published = 发布日期
not-before = 不早于
added = 收录日期
text-language = 文本语言
translated = 译文
translated-official = 官方译文
translated-own = 编者所译
translated-machine = 机器翻译
rights = 权利
rights-reserved = 保留所有权利
public-domain = 公有领域
may-publish = 本站展示
publish-quotes = 仅简短引文
publish-full = 全文
via = 转达者
address = 网址
replaces = 取代
replaced-by = 有更新的版本：
inferred = 编者的推断
sections = 章节
repairs = 印刷错误及读法
printed = 印作
read = 读作
because = 理由
furniture = 不属正文的行
document-paper = 论文
document-news = 新闻报道
document-report = 报告
document-brief = 简报
document-law = 法律
document-plan = 规划
document-speech = 讲话
document-statement = 声明
document-dataset = 数据集
document-web = 网页
record-of = 《{ $title }》的记录
record-about = 编者写下的标注原样，来自
to-claim = 表述{ $claim }

field-affiliation = 所属机构
field-authors = 作者
field-country = 国家
field-language = 语言
field-name = 名称
field-published = 发布日期
field-publisher = 发布者
field-role = 身份
field-sector = 类别
field-side = 所属一方
field-title = 标题
field-url = 网址

## Speakers
voices-about = 在这些文献中有所表述的全部发言者，按其为哪一方发言排列。
no-voices = 这些文献中没有这一方的发言者。
about-voice = 关于发言者
voice-kind = 类型
voice-person = 个人
voice-body = 机构
voice-unnamed = 来源未具名
no-side = 不属任何一方：第三方
not-placed = 无法确定这位发言者的归属
side-because = 归属理由
sector = 类别
country = 国家
sector-government = 政府
sector-party = 政党
sector-military = 军队
sector-state-research = 官方研究机构
sector-state-media = 官方媒体
sector-media = 媒体
sector-think-tank = 智库
sector-academia = 学术界
sector-company = 企业
sector-industry-body = 行业组织
sector-ngo = 非政府组织
sector-igo = 政府间组织
wrote = 撰写
issued = 发布

## Terms
terms-about = 这些文献提到的法律、法案、规划、计划、机构和概念。
about-term = 关于术语
term-kind = 类型
term-side = 所属一方
official-name = 正式名称
forms = 其他写法
forms-both = { $before }；{ $next }
history = 后续情况
term-kind-law = 法律
term-kind-bill = 法案
term-kind-plan = 规划
term-kind-programme = 计划
term-kind-body = 机构
term-kind-idea = 概念

## Statements at odds
tensions-about = 相互矛盾或相互限定的表述，每一对都在两条表述之下各列一次。哪些表述如此、原因何在，由编者说明。
no-tensions = 这些文献中没有相互抵触的表述。

## Who speaks about whom
perspectives-about = “谁在说”不等于“说的是谁”。下表统计每一方的发言者关于各方的表述。
perspectives-table = 发言者与对象
perspectives-rule = 横行表示谁在发言，纵列表示表述关于谁。横条中醒目的部分是作者自己所说，浅淡的部分由他人转达。草稿、编者意见不一的表述和已撤回的表述不计在内。
about-subject = 关于
several =
    { $sides ->
        [2] 双方
       *[other] 多方
    }
world = 世界
others = 多方或世界
perspective =
    { $voices ->
        [1] 一位发言者
       *[other] { $voices }位发言者
    }，{ $firsthand ->
        [0] 没有第一手表述
       *[other] 第一手表述{ $firsthand }条
    }
further-documents =
    { $count ->
        [1] 以及另外一篇文献
       *[other] 以及另外{ $count }篇文献
    }
praise = 对他方的肯定
praise-about = 一方的发言者在某个问题上，对另一方给出两种评价中较好的一种。
no-praise = 没有哪一方的发言者这样评价。
criticism = 对本方的批评
criticism-about = 一方的发言者在某个问题上，对本方给出两种评价中较差的一种。
no-criticism = 没有哪一方的发言者这样评价。

## Data
data-about = 网页上的全部内容都有数据文件，供统计、比较和再利用。
data-files = 文件
kilobytes = { $number } kB
data-rights = 许可与引用
data-cite = 引用全部数据：
data-citation = { $title }，{ $version }。{ $url }
data-examples = 示例
data-examples-about = 各示例按发言者为谁发言统计表述，或列出表述。
data-keys = 字段
data-tables-guarded = 表格文件中，以撇号或公式标志（如等号）开头的文本，前面会多加一个撇号，以免被电子表格当作公式执行；去掉这个撇号，即为原文。
data-claims = 全部表述及其全部信息
data-documents = 全部文献
data-voices = 全部发言者
data-themes = 全部主题及其问题、各行、各格和小结
data-terms = 全部术语
data-theme = 主题“{ $title }”及其表述
data-table-claims = 每行一条表述
data-table-figures = 每行一项数据
data-table-relations = 每行一对表述之间的关系
data-annotations = 全部表述，采用 W3C 网络标注格式
data-references = 全部文献的参考文献条目，采用 { $format } 格式
data-text = 《{ $title }》的文本
data-schema = { $file } 的 JSON Schema
data-package = 其余文件的说明，采用 Frictionless 数据包格式

## Filters and copying
filter = 筛选表述
filter-any = 不限
filter-kind = 类型
filter-document = 文献
filter-rating = 评价
filter-words = 词语
filter-reset = 全部显示
filter-in-part = 只筛选本页所列的表述；另有表述未列在本页。
filter-count = 显示{ $shown }条表述，共{ $all }条
filter-hidden = 因筛选而隐藏{ $count }条
copy = 复制
copy-quotation = 复制引文
copy-address = 复制本条表述的网址
copied = 已复制
copy-failed = 浏览器不允许复制

## Search
search = 搜索
search-about = 全部表述、文献、发言者、术语、主题和问题；使用本站任何一种语言的词语都可以查找。
search-words = 搜索词语
search-examples = 例如：
search-without-scripts = 词语搜索需要运行脚本，而您的浏览器没有运行脚本。全部内容按顺序列在下面。
search-side = 对象
search-theme = 主题
search-choices = 缩小结果范围
search-count = 结果：{ $count }
search-some = 没有内容包含全部词语。包含其中部分词语的结果：{ $count }
search-nothing = 没有找到。减少或缩短词语，可以找到更多内容。
search-early = 暂无结果。请继续输入。
search-narrowed = 按所选条件没有找到。不限条件的结果：{ $count }
search-failed = 搜索功能未能加载。全部内容按顺序列在下面。
search-more = 显示更多
search-on = 关于{ $sides }
search-speaker = { $who }：{ $voice }
search-by-theme = 按主题查找表述和问题
search-a-to-z = 文献、发言者和术语（A–Z）
search-letters = 字母
search-no-letter = 0–9
search-document = 文献
search-voice = 发言者
search-term = 术语
# Words that stand everywhere, so that no text is found by them; in small letters, parted by spaces.
search-passed-over = 的

## Feeds
feed-about = 新收录的文献，以及它们关于各方的说法。

## Other pages
not-found = 没有这个页面
not-found-about = 网址可能有误，或者页面已经移动。各条表述的网址永不改变。

## Comparing
compare = 对比
compare-about = 任选两三个对象——某一方、某篇文献或某位发言者——逐题并列对照。
compare-noscript = 自行选择需要 JavaScript。下列对照不需要。
compare-column =
    { $number ->
        [1] 第一栏
        [2] 第二栏
       *[other] 第三栏
    }
compare-none = 不选
compare-every-theme = 全部主题
compare-swap = 换位
compare-shown = 显示{ $count }个问题
compare-few = 请至少选择两栏，且各不相同。
compare-failed = 未能载入这项对照。请重新选择，再试一次。
compare-unknown = 本站没有：{ $names }
compare-silent = { $name }在此没有相关内容。
compare-pages = 另有专页的对照
sides = 各方
voices-of = 发言者：{ $group }
all-answers = 对此问题的全部回答
asked-of-world = 此问题问的是世界，不单问某一方。
silence-alone = 此处没有关于{ $side }的表述。

## Tray and sharing
tray = 收藏夹
tray-way = 收藏夹（{ $count }）
tray-about = 您收藏的表述，并列对照，可连同出处一并导出。
tray-noscript = 收藏夹需要 JavaScript。全部表述也可在“数据文件”页下载。
tray-empty = 尚未收藏任何表述。每条表述下方都有“收藏”；收藏的内容只保存在这个浏览器里，不会发送到任何地方。
tray-sent = 这份收藏来自链接。您自己的收藏保持不变。
tray-keep = 加入我的收藏夹
tray-own = 查看我的收藏夹
tray-unknown = 本站没有这条表述
tray-failed = 未能载入以下表述：
tray-count = 收藏的表述：{ $count }条
tray-layout = 排列方式
tray-by-hand = 按我的顺序
tray-by-question = 按问题和各方
tray-beside = 涉及多方或世界
tray-link = 这份收藏的链接
tray-link-about = 链接包含所收藏的表述和您的备注。
tray-take = 导出
tray-print = 打印
tray-clear = 清空收藏夹
tray-note = 备注
tray-up = 上移
tray-down = 下移
tray-remove = 移除
tray-moved = 已移到第{ $place }位，共{ $count }条
tray-removed = 已移除
pin = 收藏
pinned = 已在收藏夹
copy-cited = 连同出处复制
cited = “{ $quote }” { $speaker }，载：{ $source }{ $place } { $url }
row-link = 本行链接
embed = 在别处展示本行
embed-frame = 嵌入框架
embed-alone = 单独查看本行
embed-table = 纯表格

## Countries and languages
# By ISO 3166-1; a code that has no line here stands as it is.
name-of-country =
    { $code ->
        [AE] 阿联酋
        [AU] 澳大利亚
        [BE] 比利时
        [BR] 巴西
        [CA] 加拿大
        [CH] 瑞士
        [CN] 中国
        [DE] 德国
        [EG] 埃及
        [ES] 西班牙
        [FR] 法国
        [GB] 英国
        [ID] 印度尼西亚
        [IE] 爱尔兰
        [IL] 以色列
        [IN] 印度
        [IT] 意大利
        [JP] 日本
        [KR] 韩国
        [MX] 墨西哥
        [MY] 马来西亚
        [NG] 尼日利亚
        [NL] 荷兰
        [NO] 挪威
        [PK] 巴基斯坦
        [PL] 波兰
        [RU] 俄罗斯
        [SA] 沙特阿拉伯
        [SE] 瑞典
        [SG] 新加坡
        [TH] 泰国
        [TR] 土耳其
        [UA] 乌克兰
        [US] 美国
        [VN] 越南
        [ZA] 南非
       *[other] { $code }
    }
# By BCP 47, likewise.
name-of-language =
    { $tag ->
        [ar] 阿拉伯文
        [de] 德文
        [en] 英文
        [es] 西班牙文
        [fr] 法文
        [hi] 印地文
        [it] 意大利文
        [ja] 日文
        [ko] 韩文
        [nl] 荷兰文
        [pt] 葡萄牙文
        [ru] 俄文
        [tr] 土耳其文
        [ur] 乌尔都文
        [vi] 越南文
        [zh] 中文
        [zh-Hans] 简体中文
        [zh-Hant] 繁体中文
       *[other] { $tag }
    }

## How parts are put together
between-links = {"；"}
relay-behind = ，{ $relay }
place-in-section = { $section }，{ $words }
office-and-affiliation = { $affiliation }，{ $office }
two-sentences = { $first }{ $second }

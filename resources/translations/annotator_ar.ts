<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Annotator</name>
    <message>
        <source>A digit or a letter, by its place on the keyboard; Backspace takes it away.</source>
        <translation>رقم أو حرف بحسب موضعه على لوحة المفاتيح؛ ومفتاح المسح للخلف يزيله.</translation>
    </message>
    <message>
        <source>A label that is used can be retired or merged, not removed.</source>
        <translation>الوسم المستعمل يُوقَف أو يُدمج، ولا يُزال.</translation>
    </message>
    <message>
        <source>A name cannot be empty or begin or end with a space: “{name}”.</source>
        <translation>لا يكون الاسم فارغًا ولا يبدأ أو ينتهي بمسافة: «{name}».</translation>
    </message>
    <message>
        <source>A name cannot hold invisible characters: {name}.</source>
        <translation>لا يحوي الاسم حروفًا غير مرئية: {name}.</translation>
    </message>
    <message>
        <source>A name has at most {most} characters: “{name}…”.</source>
        <translation>لا يزيد الاسم على {most} حرف: «{name}…».</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>حول Annotator</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>إضافة وسم</translation>
    </message>
    <message>
        <source>Add labels that the project lacks</source>
        <translation>أضف الوسوم التي ليست في المشروع</translation>
    </message>
    <message>
        <source>All annotators, a record each</source>
        <translation>كل الواسمين، سجل لكل واحد</translation>
    </message>
    <message>
        <source>All files ({suffixes})</source>
        <translation>كل الملفات ({suffixes})</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>Allow an overlap</source>
        <translation>السماح بتداخل</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>المواضع الموسومة</translation>
    </message>
    <message>
        <source>Annotations of this article</source>
        <translation>المواضع الموسومة في هذا المقال</translation>
    </message>
    <message>
        <source>Annotations that become {into}: {count}</source>
        <translation>مواضع تصير {into}: {count}</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Annotator: {name}</source>
        <translation>الواسم: {name}</translation>
    </message>
    <message>
        <source>Arabic description</source>
        <translation>الوصف بالعربية</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم العربي</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>نص المقال</translation>
    </message>
    <message>
        <source>Article {number}</source>
        <translation>المقال {number}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Articles ({suffixes})</source>
        <translation>مقالات ({suffixes})</translation>
    </message>
    <message>
        <source>Articles: {articles} · spans: {spans} · files: {files}</source>
        <translation>المقالات: {articles} · المواضع: {spans} · الملفات: {files}</translation>
    </message>
    <message>
        <source>As the file says, else {name}</source>
        <translation>كما في الملف، وإلا {name}</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Bring label back</source>
        <translation>إعادة الوسم</translation>
    </message>
    <message>
        <source>By first letter</source>
        <translation>بحسب أول حرف</translation>
    </message>
    <message>
        <source>By the file's ending</source>
        <translation>بحسب امتداد الملف</translation>
    </message>
    <message>
        <source>Change annotator…</source>
        <translation>تغيير الواسم…</translation>
    </message>
    <message>
        <source>Change direction</source>
        <translation>تغيير الاتجاه</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>تغيير الوسم</translation>
    </message>
    <message>
        <source>Change label set</source>
        <translation>تغيير مجموعة الوسوم</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>تغيير الملاحظة</translation>
    </message>
    <message>
        <source>Change state</source>
        <translation>تغيير الحالة</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Character {place}</source>
        <translation>الحرف {place}</translation>
    </message>
    <message>
        <source>Check the pairs of labels that may not overlap. The number is how often they do now.</source>
        <translation>علِّم على كل وسمين لا يجوز أن يتداخلا. والرقم عدد تداخلهما الآن.</translation>
    </message>
    <message>
        <source>Choose one from the list, or import some.</source>
        <translation>اختر مقالًا من القائمة، أو استورد مقالات.</translation>
    </message>
    <message>
        <source>Clitic and stem</source>
        <translation>اللواصق والجذع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>نسخ النص</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>أُنشئ</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>متقطع</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>منقط</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>مزدوج</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>English description</source>
        <translation>الوصف بالإنجليزية</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم الإنجليزي</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>أمثلة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>تصفية بحسب الحالة</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>اكتشفه</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Forbid an overlap</source>
        <translation>منع تداخل</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Give up a letter at its start or its end</source>
        <translation>إنقاص حرف عند البداية أو النهاية</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>رمادي</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>دليل الوسم</translation>
    </message>
    <message>
        <source>Guidelines, as Markdown</source>
        <translation>دليل الوسم، بصيغة Markdown</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>استيراد مقالات…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>In the project already: {count}</source>
        <translation>موجود في المشروع من قبل: {count}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Label Arabic news: offline, saved as you work, right to the letter.</source>
        <translation>وسم الأخبار العربية: بلا شبكة، محفوظ أولًا بأول، دقيق إلى الحرف.</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>الوسم: {name}</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Labels added: {labels}</source>
        <translation>أُضيفت الوسوم: {labels}</translation>
    </message>
    <message>
        <source>Labels and guidelines</source>
        <translation>الوسوم ودليلها</translation>
    </message>
    <message>
        <source>Labels and guidelines…</source>
        <translation>الوسوم ودليلها…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>الحرف</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>نمط الخط</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>أُنشئ هنا</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>دمج في…</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>دمج وسمين</translation>
    </message>
    <message>
        <source>Merge {label} into</source>
        <translation>دمج {label} في</translation>
    </message>
    <message>
        <source>Move boundary</source>
        <translation>تحريك الحد</translation>
    </message>
    <message>
        <source>Move its start instead</source>
        <translation>تحريك البداية بدل النهاية</translation>
    </message>
    <message>
        <source>Move label</source>
        <translation>نقل الوسم</translation>
    </message>
    <message>
        <source>Move the end of the chosen span or the selection by a letter</source>
        <translation>تحريك نهاية الموضع المختار أو التحديد حرفًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name of a new label</source>
        <translation>اسم وسم جديد</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Next or previous labelled span</source>
        <translation>الموضع الموسوم التالي أو السابق</translation>
    </message>
    <message>
        <source>Next or previous letter, in reading order</source>
        <translation>الحرف التالي أو السابق بترتيب القراءة</translation>
    </message>
    <message>
        <source>Next or previous reading of the word</source>
        <translation>القراءة التالية أو السابقة للكلمة</translation>
    </message>
    <message>
        <source>Next or previous word</source>
        <translation>الكلمة التالية أو السابقة</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>الجزء التالي من النافذة</translation>
    </message>
    <message>
        <source>Next reading of the word</source>
        <translation>القراءة التالية للكلمة</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>لا مقال مفتوح</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>حجم النص المعتاد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>مثال في كل سطر</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح العيّنة</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>غيره…</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>التداخل</translation>
    </message>
    <message>
        <source>Overlaps of {one} and {other}: {count}. They stay; new ones are refused.</source>
        <translation>تداخلات {one} و{other}: {count}. تبقى هذه، ويُرفض كل تداخل جديد بينهما.</translation>
    </message>
    <message>
        <source>Pairs that may not overlap</source>
        <translation>الوسوم التي لا يجوز أن تتداخل</translation>
    </message>
    <message>
        <source>Passed over, of no known format: {count}</source>
        <translation>تُركت لأن صيغتها غير معروفة: {count}</translation>
    </message>
    <message>
        <source>Pen: {label}. Select text to label it; Escape puts the pen down.</source>
        <translation>القلم: {label}. حدّد نصًا ليوسَم؛ ومفتاح Escape يضع القلم.</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>Please send the report below to the people who make Annotator.</source>
        <translation>نرجو إرسال التقرير أدناه إلى صانعي Annotator.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>اضغط مفتاحًا</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Previous reading of the word</source>
        <translation>القراءة السابقة للكلمة</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Projects ({suffixes})</source>
        <translation>مشاريع ({suffixes})</translation>
    </message>
    <message>
        <source>Put the pen down, drop the selection</source>
        <translation>وضع القلم وإلغاء التحديد</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Read as: {encodings}</source>
        <translation>قُرئت بترميز: {encodings}</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>المشاريع الأخيرة</translation>
    </message>
    <message>
        <source>Records written: {count} – {path}</source>
        <translation>السجلات المكتوبة: {count} – {path}</translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>السجلات: {count}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>إزالة الوسم</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Retire label</source>
        <translation>إيقاف الوسم</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>مُعاد</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>حفظ إصدارًا جديدًا</translation>
    </message>
    <message>
        <source>Saved at {when}</source>
        <translation>حُفظ في {when}</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>البحث في المقالات</translation>
    </message>
    <message>
        <source>Search title and text</source>
        <translation>ابحث في العنوان والنص</translation>
    </message>
    <message>
        <source>Select by</source>
        <translation>التحديد بحسب</translation>
    </message>
    <message>
        <source>Select by letter while dragging</source>
        <translation>التحديد بالحرف أثناء السحب</translation>
    </message>
    <message>
        <source>Select by the next coarser unit while dragging</source>
        <translation>التحديد بالوحدة الأكبر أثناء السحب</translation>
    </message>
    <message>
        <source>Select by the next unit</source>
        <translation>التحديد بالوحدة التالية</translation>
    </message>
    <message>
        <source>Select while moving, by the unit that is set</source>
        <translation>التحديد أثناء الحركة، بالوحدة المختارة</translation>
    </message>
    <message>
        <source>Selected: {start}–{end}</source>
        <translation>المحدَّد: {start}–{end}</translation>
    </message>
    <message>
        <source>Selects by: {unit}</source>
        <translation>التحديد بحسب: {unit}</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>الجملة</translation>
    </message>
    <message>
        <source>Several articles are called {article}; name one by its own id.</source>
        <translation>عدة مقالات اسمها {article}؛ سمِّ واحدًا بمعرّفه.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>متخطّى</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>أزرق سماوي</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ</translation>
    </message>
    <message>
        <source>Spans that have both labels, and keep {into} alone: {count}</source>
        <translation>مواضع لها الوسمان معًا، ويبقى لها {into} وحده: {count}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>States</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>توقف العمل، ولم يتغير شيء.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>مُسلَّم</translation>
    </message>
    <message>
        <source>Submitted: {done} of {total}</source>
        <translation>المُسلَّم: {done} من {total}</translation>
    </message>
    <message>
        <source>Take a letter more at its start or its end</source>
        <translation>زيادة حرف عند البداية أو النهاية</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>The label {label} is in use ({count}); retire it, or merge it into another.</source>
        <translation>الوسم {label} مستعمل ({count})؛ أوقِفه أو ادمجه في غيره.</translation>
    </message>
    <message>
        <source>The label {name} cannot have the key {key}; a key is a digit or a letter a–z.</source>
        <translation>لا يكون {key} مفتاحًا للوسم {name}؛ المفتاح رقم أو حرف من a إلى z.</translation>
    </message>
    <message>
        <source>The labels are by</source>
        <translation>الوسوم لـ</translation>
    </message>
    <message>
        <source>The labels were changed elsewhere meanwhile; nothing was done.</source>
        <translation>تغيّرت الوسوم في مكان آخر أثناء ذلك؛ لم يُفعل شيء.</translation>
    </message>
    <message>
        <source>The metadata cannot be stored: {reason}.</source>
        <translation>لا يمكن حفظ البيانات الوصفية: {reason}.</translation>
    </message>
    <message>
        <source>The name of {path} is not UTF-8; rename the file.</source>
        <translation>اسم {path} ليس بترميز UTF-8؛ غيّر اسم الملف.</translation>
    </message>
    <message>
        <source>The name {name} differs from the name {other} of another label only in spelling.</source>
        <translation>لا يختلف الاسم {name} عن اسم وسم آخر، {other}، إلا في الإملاء.</translation>
    </message>
    <message>
        <source>The program made an error. What was shown as saved is saved.</source>
        <translation>أخطأ البرنامج. وكل ما ظهر أنه محفوظ فهو محفوظ.</translation>
    </message>
    <message>
        <source>The project has no annotator {name}; it has: {known}.</source>
        <translation>ليس في المشروع واسم اسمه {name}؛ فيه: {known}.</translation>
    </message>
    <message>
        <source>The project has no article {article}.</source>
        <translation>ليس في المشروع مقال {article}.</translation>
    </message>
    <message>
        <source>The project has no label {label} any more.</source>
        <translation>لم يعد في المشروع الوسم {label}.</translation>
    </message>
    <message>
        <source>The project has several annotators; name one of them, or take all: {known}.</source>
        <translation>في المشروع عدة واسمين؛ سمِّ أحدهم أو خذهم جميعًا: {known}.</translation>
    </message>
    <message>
        <source>The project was not changed: its rows do not fit together.</source>
        <translation>لم يتغير المشروع: صفوفه لا يوافق بعضها بعضًا.</translation>
    </message>
    <message>
        <source>The span ends after the text of {length} characters.</source>
        <translation>ينتهي الموضع بعد آخر النص وطوله {length} حرفًا.</translation>
    </message>
    <message>
        <source>The state of this article was changed elsewhere meanwhile; nothing was done.</source>
        <translation>تغيّرت حالة هذا المقال في مكان آخر أثناء ذلك؛ لم يُفعل شيء.</translation>
    </message>
    <message>
        <source>Article {article} has lost its text.</source>
        <translation>ضاع نص المقال {article}.</translation>
    </message>
    <message>
        <source>A span of article {article} ends after its text.</source>
        <translation>في المقال {article} موضع ينتهي بعد نهاية النص.</translation>
    </message>
    <message>
        <source>The text of article {article} is damaged: it is not what was imported.</source>
        <translation>نص المقال {article} تالف: ليس هو الذي استُورد.</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}.</source>
        <translation>لا ترميز اسمه {encoding}.</translation>
    </message>
    <message>
        <source>The span {start}–{end} has the label {label} twice.</source>
        <translation>للموضع {start}–{end} الوسم {label} مرتين.</translation>
    </message>
    <message>
        <source>The project has several annotators; name one of them: {known}.</source>
        <translation>في المشروع أكثر من واسم؛ سمِّ أحدهم: {known}.</translation>
    </message>
    <message>
        <source>This reaches everybody's work, submitted too. {merged} is retired; undo restores all.</source>
        <translation>يشمل هذا عمل الجميع، والمسلَّم منه أيضًا. ويُوقَف {merged}، والتراجع يعيد كل شيء.</translation>
    </message>
    <message>
        <source>Two labels cannot have one key: {key}.</source>
        <translation>لا يكون المفتاح {key} لوسمين.</translation>
    </message>
    <message>
        <source>Two labels cannot have one name: {name}.</source>
        <translation>لا يكون الاسم {name} لوسمين.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>الاستعمال</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>قرمزي</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Version {number}, {day}</source>
        <translation>الإصدار {number}، {day}</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>الكلمة</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>{argument} is not text.</source>
        <translation>‏{argument} ليس نصًا.</translation>
    </message>
    <message>
        <source>{name} (retired)</source>
        <translation>{name} (موقوف)</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe; name a file to write.</source>
        <translation>{path} جهاز أو أنبوب؛ سمِّ ملفًا يُكتب.</translation>
    </message>
    <message>
        <source>{path} is no longer there; nothing was saved.</source>
        <translation>لم يعد {path} في مكانه؛ لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>No article fits the search.</source>
        <translation>لا مقال يطابق البحث.</translation>
    </message>
    <message>
        <source>There is no further article in the list.</source>
        <translation>لا مقال بعد هذا في القائمة.</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>استيراد مجلد…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>There is no folder {path} to make a project in.</source>
        <translation>لا مجلد {path} ليُنشأ فيه مشروع.</translation>
    </message>
    <message>
        <source>There is no folder {path} to write into.</source>
        <translation>لا مجلد {path} ليُكتب فيه.</translation>
    </message>
    <message>
        <source>There is no folder {path} to write the report into.</source>
        <translation>لا مجلد {path} ليُكتب فيه التقرير.</translation>
    </message>
    <message>
        <source>There is no format {name}; there are: {known}.</source>
        <translation>لا صيغة اسمها {name}؛ الصيغ هي: {known}.</translation>
    </message>
    <message>
        <source>There is no project {path}.</source>
        <translation>لا مشروع في {path}.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on; the other commands need none.</source>
        <translation>لا شاشة تُفتح عليها نافذة؛ والأوامر الأخرى لا تحتاج إليها.</translation>
    </message>
    <message>
        <source>There is nothing to import in {path}.</source>
        <translation>ليس في {path} ما يُستورد.</translation>
    </message>
    <message>
        <source>This annotation was changed elsewhere meanwhile; nothing was done.</source>
        <translation>تغيّر هذا الوسم في مكان آخر أثناء ذلك؛ لم يُفعل شيء.</translation>
    </message>
    <message>
        <source>This article has been submitted; take it back to change it.</source>
        <translation>سُلِّم هذا المقال؛ استرجعه لتعدّله.</translation>
    </message>
    <message>
        <source>This project has no guidelines.</source>
        <translation>ليس في هذا المشروع دليل وسم.</translation>
    </message>
    <message>
        <source>This span has this label already.</source>
        <translation>لهذا الموضع هذا الوسم من قبل.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Under which name do you label? Your labels are kept apart from other people's.</source>
        <translation>بأي اسم تَسِم؟ تُحفظ وسومك منفصلة عن وسوم غيرك.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Whole article</source>
        <translation>المقال كله</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>وسوم مَن</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>everything; also reads the minimal and doccano's form</source>
        <translation>كل شيء؛ وتُقرأ بها أيضًا الصورة الصغرى وصورة doccano</translation>
    </message>
    <message>
        <source>key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>news</source>
        <translation>أخبار</translation>
    </message>
    <message>
        <source>text and the agency's date line</source>
        <translation>النص وسطر تاريخ الوكالة</translation>
    </message>
    <message>
        <source>text, metadata and spans</source>
        <translation>النص والبيانات الوصفية والمواضع</translation>
    </message>
    <message>
        <source>{name} can be read, but not written.</source>
        <translation>تُقرأ {name} ولا تُكتب.</translation>
    </message>
    <message>
        <source>{one} and {other} may not overlap in this project.</source>
        <translation>لا يتداخل {one} و{other} في هذا المشروع.</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}</source>
        <translation>لا يمكن إنشاء {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}.</source>
        <translation>لا يمكن إنشاء {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>لا يمكن فتح {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>لا يمكن قراءة {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: it is read-only.</source>
        <translation>لا يمكن كتابة {path}: هو للقراءة فقط.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>لا يمكن كتابة {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a project.</source>
        <translation>{path} مجلد وليس مشروعًا.</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file to write.</source>
        <translation>{path} مجلد؛ سمِّ ملفًا ليُكتب.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} تالف.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} فارغ.</translation>
    </message>
    <message>
        <source>{path} is in use already; name another file for the report.</source>
        <translation>{path} مستعمل من قبل؛ سمِّ ملفًا آخر للتقرير.</translation>
    </message>
    <message>
        <source>{path} is in use by another program; try again when it has finished.</source>
        <translation>{path} يستعمله برنامج آخر؛ حاول مرة أخرى حين يفرغ.</translation>
    </message>
    <message>
        <source>{path} is not a label set: {reason}.</source>
        <translation>{path} ليس مجموعة وسوم: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a text file, or its encoding must be named.</source>
        <translation>{path} ليس ملفًا نصيًا، أو يجب أن يُسمّى ترميزه.</translation>
    </message>
    <message>
        <source>{path} is not an Annotator project.</source>
        <translation>{path} ليس مشروع Annotator.</translation>
    </message>
    <message>
        <source>{path} is the project itself; name another file.</source>
        <translation>{path} هو المشروع نفسه؛ سمِّ ملفًا آخر.</translation>
    </message>
    <message>
        <source>{path} is there already; a new project needs a new name.</source>
        <translation>{path} موجود من قبل؛ للمشروع الجديد اسم جديد.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Annotator; this one would not understand it.</source>
        <translation>أُنشئ {path} بإصدار أحدث من Annotator لا يفهمه هذا الإصدار.</translation>
    </message>
    <message>
        <source>{path} was not saved: the disk is full. Free some space elsewhere and try again.</source>
        <translation>لم يُحفظ {path}: القرص ممتلئ. أفرغ مساحة في غيره وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>{path} was not saved: the disk reports an error or is full.</source>
        <translation>لم يُحفظ {path}: القرص يبلّغ عن خطأ أو هو ممتلئ.</translation>
    </message>
    <message>
        <source>{path} was not saved: {reason}</source>
        <translation>لم يُحفظ {path}: {reason}</translation>
    </message>
    <message>
        <source>{path}, line {line}: a label has no name.</source>
        <translation>{path}، السطر {line}: وسم بلا اسم.</translation>
    </message>
    <message>
        <source>{path}, line {line}: a label must be [start, end, name], not {value}</source>
        <translation>{path}، السطر {line}: يكون الوسم [start, end, name] وليس {value}</translation>
    </message>
    <message>
        <source>{path}, line {line}: a span's start and end must be whole numbers: {start}, {end}</source>
        <translation>{path}، السطر {line}: بداية الموضع ونهايته عددان صحيحان: {start}، {end}</translation>
    </message>
    <message>
        <source>{path}, line {line}: broken JSON ({reason}).</source>
        <translation>{path}، السطر {line}: JSON غير سليم ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: longer than 64 MiB.</source>
        <translation>{path}، السطر {line}: أطول من 64 ميغابايت.</translation>
    </message>
    <message>
        <source>{path}, line {line}: not a JSON object.</source>
        <translation>{path}، السطر {line}: ليس كائن JSON.</translation>
    </message>
    <message>
        <source>{path}, line {line}: not text in {encoding}.</source>
        <translation>{path}، السطر {line}: ليس نصًا بترميز {encoding}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: offsets must count code points, not {unit}.</source>
        <translation>{path}، السطر {line}: تعدّ الإزاحات نقاط الترميز وليس {unit}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the project has article {article} with another text.</source>
        <translation>{path}، السطر {line}: في المشروع المقال {article} بنص آخر.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the project has no label {label}.</source>
        <translation>{path}، السطر {line}: ليس في المشروع وسم {label}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the project has other labels, notes or another state of this annotator on this article.</source>
        <translation>{path}، السطر {line}: في المشروع لهذا الواسم على هذا المقال وسوم أو ملاحظات أخرى أو حالة أخرى.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the relation {id} joins a span that is not in the record.</source>
        <translation>{path}، السطر {line}: تربط العلاقة {id} موضعًا ليس في السجل.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} is empty.</source>
        <translation>{path}، السطر {line}: الموضع {start}–{end} فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} is reversed.</source>
        <translation>{path}، السطر {line}: الموضع {start}–{end} معكوس.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} lies outside the text of {length} characters.</source>
        <translation>{path}، السطر {line}: الموضع {start}–{end} خارج النص وطوله {length} حرفًا.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} quotes “{quote}”, but the text there is “{there}”.</source>
        <translation>{path}، السطر {line}: يقتبس الموضع {start}–{end} «{quote}» والنص هناك «{there}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text holds U+0000 at character {place}.</source>
        <translation>{path}، السطر {line}: في النص U+0000 عند الحرف {place}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text holds U+0000.</source>
        <translation>{path}، السطر {line}: في النص U+0000.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text is not the one that “text_sha256” was made of.</source>
        <translation>{path}، السطر {line}: ليس النص هو الذي حُسب منه «text_sha256».</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no origin “{value}”.</source>
        <translation>{path}، السطر {line}: لا مصدر اسمه «{value}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no state “{value}”.</source>
        <translation>{path}، السطر {line}: لا حالة اسمها «{value}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: this program reads schema {known}, not {schema}.</source>
        <translation>{path}، السطر {line}: يقرأ هذا البرنامج المخطط {known} وليس {schema}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: two relations have one id.</source>
        <translation>{path}، السطر {line}: لعلاقتين معرّف واحد.</translation>
    </message>
    <message>
        <source>{path}, line {line}: two spans have the id {id}.</source>
        <translation>{path}، السطر {line}: لموضعين المعرّف {id}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {reason}</source>
        <translation>{path}، السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>{path}, line {line}: “labels” must hold names.</source>
        <translation>{path}، السطر {line}: تحوي «labels» أسماء.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “meta” is not an object.</source>
        <translation>{path}، السطر {line}: «meta» ليس كائنًا.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “text” is empty.</source>
        <translation>{path}، السطر {line}: «text» فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “text” is missing or is not text.</source>
        <translation>{path}، السطر {line}: «text» غير موجود أو ليس نصًا.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” holds something that is not an object.</source>
        <translation>{path}، السطر {line}: في «{key}» ما ليس كائنًا.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is missing.</source>
        <translation>{path}، السطر {line}: «{key}» غير موجود.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is not a UUID: {value}</source>
        <translation>{path}، السطر {line}: «{key}» ليس UUID: {value}</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is not a list.</source>
        <translation>{path}، السطر {line}: «{key}» ليس قائمة.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is not a moment in ISO 8601: {value}</source>
        <translation>{path}، السطر {line}: «{key}» ليس وقتًا بصيغة ISO 8601: {value}</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is not a number.</source>
        <translation>{path}، السطر {line}: «{key}» ليس عددًا.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is not text.</source>
        <translation>{path}، السطر {line}: «{key}» ليس نصًا.</translation>
    </message>
    <message>
        <source>{path}: JSON Lines are UTF-8, not {encoding}.</source>
        <translation>{path}: ترميز JSON Lines هو UTF-8 وليس {encoding}.</translation>
    </message>
    <message>
        <source>{path}: name its format; its ending tells nothing.</source>
        <translation>{path}: سمِّ صيغته؛ فامتداده لا يدل عليها.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text holds half a surrogate pair.</source>
        <translation>{path}، السطر {line}: في النص نصف زوج بديل.</translation>
    </message>
    <message>
        <source>… by a clitic</source>
        <translation>… لاصقةً</translation>
    </message>
    <message>
        <source>… by a word</source>
        <translation>… كلمةً</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>البحث في كل المقالات…</translation>
    </message>
    <message>
        <source>Label all mentions…</source>
        <translation>وسم كل المَواطن…</translation>
    </message>
    <message>
        <source>Label mentions</source>
        <translation>وسم المَواطن</translation>
    </message>
    <message>
        <source>A word, a phrase, or “just as it is written”</source>
        <translation>كلمة أو عبارة، أو «كما هي مكتوبة تمامًا»</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>الكلمات المطلوبة</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>مجال البحث</translation>
    </message>
    <message>
        <source>Which labels to show</source>
        <translation>الوسوم المعروضة</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>Articles in the list</source>
        <translation>مقالات القائمة</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>In article order</source>
        <translation>بترتيب المقالات</translation>
    </message>
    <message>
        <source>By what follows</source>
        <translation>بما يلي الكلمة</translation>
    </message>
    <message>
        <source>By what precedes</source>
        <translation>بما يسبق الكلمة</translation>
    </message>
    <message>
        <source>Labelled or not</source>
        <translation>موسومة أو غير موسومة</translation>
    </message>
    <message>
        <source>Not labelled</source>
        <translation>غير موسومة</translation>
    </message>
    <message>
        <source>In context</source>
        <translation>في سياقها</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>المَواطن</translation>
    </message>
    <message>
        <source>Label what is ticked ({key})</source>
        <translation>وسم ما اختير ({key})</translation>
    </message>
    <message>
        <source>Looking … {count} so far</source>
        <translation>جارٍ البحث… {count} حتى الآن</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
    <message>
        <source>{count} mentions, {ticked} ticked</source>
        <translation>المَواطن: {count}، والمختار منها: {ticked}</translation>
    </message>
    <message>
        <source>The first {count} mentions, {ticked} ticked; narrow the search to see the rest.</source>
        <translation>تُعرض أول المَواطن وعددها {count}، والمختار منها: {ticked}؛ ضيّق البحث لترى الباقي.</translation>
    </message>
    <message>
        <source>There is no word to look for.</source>
        <translation>لا توجد كلمة يُبحث عنها.</translation>
    </message>
    <message>
        <source>Next place to check</source>
        <translation>الموضع التالي للمراجعة</translation>
    </message>
    <message>
        <source>Mend the chosen span</source>
        <translation>إصلاح الموضع المختار</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>قواعد المراجعة</translation>
    </message>
    <message>
        <source>Spaces at the ends</source>
        <translation>مسافات عند الطرفين</translation>
    </message>
    <message>
        <source>Punctuation at the ends</source>
        <translation>ترقيم عند الطرفين</translation>
    </message>
    <message>
        <source>Lone brackets</source>
        <translation>قوس بلا رفيقه</translation>
    </message>
    <message>
        <source>Marks cut off</source>
        <translation>حركة مفصولة عن حرفها</translation>
    </message>
    <message>
        <source>Clitics at the beginning</source>
        <translation>لواصق في البداية</translation>
    </message>
    <message>
        <source>One text, several labels</source>
        <translation>نص واحد بوسوم مختلفة</translation>
    </message>
    <message>
        <source>A space at an end: {text}</source>
        <translation>مسافة عند الطرف: {text}</translation>
    </message>
    <message>
        <source>Punctuation at an end: {text}</source>
        <translation>ترقيم عند الطرف: {text}</translation>
    </message>
    <message>
        <source>One bracket of two: {text}</source>
        <translation>قوس بلا رفيقه: {text}</translation>
    </message>
    <message>
        <source>A mark cut from its letter: {text}</source>
        <translation>حركة مفصولة عن حرفها: {text}</translation>
    </message>
    <message>
        <source>Begins with a clitic: {text}</source>
        <translation>يبدأ بلاصقة: {text}</translation>
    </message>
    <message>
        <source>Labelled otherwise elsewhere: {text}</source>
        <translation>موسوم بغير ذلك في موضع آخر: {text}</translation>
    </message>
    <message>
        <source>Party to it</source>
        <translation>طرف فيه</translation>
    </message>
    <message>
        <source>In this place</source>
        <translation>في هذا المكان</translation>
    </message>
    <message>
        <source>On this topic</source>
        <translation>في هذا الموضوع</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>ذو صلة</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Rename relation</source>
        <translation>تسمية العلاقة</translation>
    </message>
    <message>
        <source>Remove relation</source>
        <translation>حذف العلاقة</translation>
    </message>
    <message>
        <source>Choose a span and press Ctrl+R, then another and Ctrl+R again.</source>
        <translation>اختر موضعًا واضغط Ctrl+R، ثم اختر موضعًا آخر واضغط Ctrl+R ثانيةً.</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Name of the relation</source>
        <translation>اسم العلاقة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>{start} – {name}: {end}</source>
        <translation>{start} – {name}: {end}</translation>
    </message>
    <message>
        <source>Take {label} off the whole article</source>
        <translation>نزع وسم {label} عن المقال كله</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Label the article</source>
        <translation>وسم المقال</translation>
    </message>
    <message>
        <source>Relate to another span</source>
        <translation>ربط بموضع آخر</translation>
    </message>
    <message>
        <source>Relation from {text}: choose its end and press the key again; Escape leaves it.</source>
        <translation>علاقة من {text}: اختر طرفها الآخر واضغط المفتاح ثانيةً، أو اضغط Escape لتركها.</translation>
    </message>
    <message>
        <source>A relation joins two spans.</source>
        <translation>تربط العلاقة بين موضعين.</translation>
    </message>
    <message>
        <source>These two spans have this relation already.</source>
        <translation>بين هذين الموضعين هذه العلاقة من قبل.</translation>
    </message>
    <message>
        <source>This relation was changed elsewhere meanwhile; nothing was done.</source>
        <translation>تغيرت هذه العلاقة في مكان آخر أثناء ذلك؛ لم يُنفَّذ شيء.</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>كل الأوامر…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>عاجي</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>واسع</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>متقارب</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>ضيق</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>بعرض المتاح</translation>
    </message>
    <message>
        <source>Names of labels</source>
        <translation>أسماء الوسوم</translation>
    </message>
    <message>
        <source>Relations as arcs</source>
        <translation>العلاقات على شكل أقواس</translation>
    </message>
    <message>
        <source>Hidden characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>Without short vowels</source>
        <translation>بلا تشكيل</translation>
    </message>
    <message>
        <source>Numbers of paragraphs</source>
        <translation>أرقام الفقرات</translation>
    </message>
    <message>
        <source>The line that is read</source>
        <translation>سطر القراءة</translation>
    </message>
    <message>
        <source>Distance of lines</source>
        <translation>تباعد الأسطر</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>عرض النص</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Label the whole article, with nothing selected</source>
        <translation>وسم المقال كله، وما من شيء محدد</translation>
    </message>
    <message>
        <source>Characters that are not seen, kept as they are: {found}</source>
        <translation>محارف لا تُرى، أُبقيت كما هي: {found}</translation>
    </message>
    <message>
        <source>Select so many words</source>
        <translation>تحديد هذا العدد من الكلمات</translation>
        <source>Arrow keys</source>
        <translation>مفاتيح الأسهم</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>حسب ترتيب القراءة</translation>
    </message>
    <message>
        <source>As seen</source>
        <translation>كما تُرى</translation>
    </message>
    <message>
        <source>In an Arabic line Left leads on to the next letter read, within Latin words and numbers too.</source>
        <translation>في السطر العربي ينقل السهم الأيسر إلى الحرف التالي في القراءة، داخل الكلمات اللاتينية والأرقام أيضًا.</translation>
    </message>
    <message>
        <source>Left always leads to the left on the screen, also through Latin words and numbers.</source>
        <translation>ينقل السهم الأيسر دائمًا إلى يسار الشاشة، عبر الكلمات اللاتينية والأرقام أيضًا.</translation>
    </message>
    <message>
        <source>Letter to the left or right, as seen</source>
        <translation>الحرف إلى اليسار أو اليمين كما يُرى</translation>
    </message>
    <message>
        <source>Find an action or keys</source>
        <translation>ابحث عن أمر أو مفاتيح</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>المفاتيح الجديدة</translation>
    </message>
    <message>
        <source>&amp;New keys:</source>
        <translation>المفاتيح ال&amp;جديدة:</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الأصل</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>إعادة الكل إلى الأصل</translation>
    </message>
    <message>
        <source>Take them from there</source>
        <translation>خذها من هناك</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>{keys} has a fixed use in the text.</source>
        <translation>للمفاتيح {keys} عمل ثابت في النص.</translation>
    </message>
    <message>
        <source>Letters and digits alone are kept for labels.</source>
        <translation>الحروف والأرقام وحدها محجوزة للوسوم.</translation>
    </message>
    <message>
        <source>{keys} is the key of the label {label}.</source>
        <translation>{keys} هو مفتاح الوسم {label}.</translation>
    </message>
    <message>
        <source>{keys} belongs to {action}.</source>
        <translation>{keys} مخصّصة لـ{action}.</translation>
    </message>
    <message>
        <source>Annotations, relations and places to check</source>
        <translation>الوسوم الموضوعة والعلاقات ومواضع التحقق</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>مفاتيح الأسهم</translation>
    </message>
    <message>
        <source>None of these mentions can take this label.</source>
        <translation>لا يقبل أي من هذه المَواطن هذا الوسم.</translation>
    </message>
    <message>
        <source>There is nothing to check in this article.</source>
        <translation>لا شيء للمراجعة في هذا المقال.</translation>
    </message>
    <message>
        <source>There is no remedy for this span; only you can tell.</source>
        <translation>لا إصلاح تلقائيًا لهذا الموضع؛ القرار لك.</translation>
    </message>
    <message>
        <source>A span of this relation is no longer there.</source>
        <translation>لم يعد أحد طرفي هذه العلاقة موجودًا.</translation>
    </message>
    <message>
        <source>The article has the label {label} twice.</source>
        <translation>للمقال الوسم {label} مرتين.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>يظهر باسم</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>المو&amp;ضع:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;نوع الملفات:</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>ملف %1</translation>
    </message>
</context>
</TS>

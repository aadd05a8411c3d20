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
        <translation>أقصى عدد لأحرف الاسم {most}: «{name}…».</translation>
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
        <translation>المقاطع الموسومة</translation>
    </message>
    <message>
        <source>Annotations of this article</source>
        <translation>المقاطع الموسومة في هذا المقال</translation>
    </message>
    <message>
        <source>Annotations that become {into}: {count}</source>
        <translation>مقاطع تصير {into}: {count}</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الواسم</translation>
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
        <translation>المقالات: {articles} · المقاطع: {spans} · الملفات: {files}</translation>
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
        <source>Licences of the program and of all that it is made of</source>
        <translation>رُخَص البرنامج وكلِّ ما يتألف منه</translation>
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
        <translation>تحريك نهاية المقطع المختار أو التحديد حرفًا</translation>
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
        <translation>المقطع الموسوم التالي أو السابق</translation>
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
        <translation>حفظ إصدار جديد</translation>
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
        <translation>مقاطع لها الوسمان معًا، ويبقى لها {into} وحده: {count}</translation>
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
        <source>{reason} Nor could it be kept elsewhere: it is lost if the project is closed before.</source>
        <translation>{reason} وتعذّر الاحتفاظ به في مكان آخر: يضيع إن أُغلق المشروع قبل حفظه.</translation>
    </message>
    <message>
        <source>Steps that could not be saved, and are offered when the project is opened here again: {count}. {reason}</source>
        <translation>خطوات تعذّر حفظها، وتُعرض حين يُفتح المشروع هنا من جديد: {count}. {reason}</translation>
    </message>
    <message>
        <source>Steps that could neither be saved nor kept elsewhere, and are lost: {count}.</source>
        <translation>خطوات تعذّر حفظها والاحتفاظ بها في مكان آخر، وقد ضاعت: {count}.</translation>
    </message>
    <message>
        <source>This was changed elsewhere meanwhile; nothing was done.</source>
        <translation>تغيّر هذا في مكان آخر أثناء ذلك؛ لم يُفعل شيء.</translation>
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
        <translation>ينتهي المقطع بعد آخر النص، وطول النص بالأحرف {length}.</translation>
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
        <translation>في المقال {article} مقطع ينتهي بعد نهاية النص.</translation>
    </message>
    <message>
        <source>The text of article {article} is damaged: it is not what was imported.</source>
        <translation>نص المقال {article} تالف: ليس هو الذي استُورد.</translation>
    </message>
    <message>
        <source>The metadata of article {article} is damaged: it cannot be read.</source>
        <translation>البيانات الوصفية للمقال {article} تالفة: لا يمكن قراءتها.</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}.</source>
        <translation>لا ترميز اسمه {encoding}.</translation>
    </message>
    <message>
        <source>The span {start}–{end} has the label {label} twice.</source>
        <translation>للمقطع {start}–{end} الوسم {label} مرتين.</translation>
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
        <source>{path} is a device or a pipe, not a project.</source>
        <translation>{path} جهاز أو أنبوب، لا مشروع.</translation>
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
        <translation>لهذا المقطع هذا الوسم من قبل.</translation>
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
        <source>key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>news</source>
        <translation>أخبار</translation>
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
        <source>{path} is there already; a new project needs a new name.</source>
        <translation>{path} موجود من قبل؛ اختر للمشروع الجديد اسمًا آخر.</translation>
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
        <translation>{path}، السطر {line}: يجب أن يكون الوسم [start, end, name]، لا {value}</translation>
    </message>
    <message>
        <source>{path}, line {line}: a span's start and end must be whole numbers: {start}, {end}</source>
        <translation>{path}، السطر {line}: يجب أن تكون بداية المقطع ونهايته عددين صحيحين: {start}، {end}</translation>
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
        <translation>{path}، السطر {line}: تربط العلاقة {id} مقطعًا ليس في السجل.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} is empty.</source>
        <translation>{path}، السطر {line}: المقطع {start}–{end} فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} is reversed.</source>
        <translation>{path}، السطر {line}: المقطع {start}–{end} معكوس.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} lies outside the text of {length} characters.</source>
        <translation>{path}، السطر {line}: المقطع {start}–{end} خارج النص، وطول النص بالأحرف {length}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} quotes “{quote}”, but the text there is “{there}”.</source>
        <translation>{path}، السطر {line}: يقتبس المقطع {start}–{end} «{quote}» والنص هناك «{there}».</translation>
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
        <translation>{path}، السطر {line}: لمقطعين المعرّف {id}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {reason}</source>
        <translation>{path}، السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>{path}, line {line}: “labels” must hold names.</source>
        <translation>{path}، السطر {line}: يجب أن تحوي «labels» أسماء.</translation>
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
        <translation>بلا وسم</translation>
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
        <translation>المَواطن المعروضة، من أولها: {count}، والمختار منها: {ticked}؛ ضيّق البحث لترى الباقي.</translation>
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
        <translation>إصلاح المقطع المختار</translation>
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
        <translation>اختر مقطعًا واضغط Ctrl+R، ثم اختر مقطعًا آخر واضغط Ctrl+R ثانيةً.</translation>
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
        <translation>ربط بمقطع آخر</translation>
    </message>
    <message>
        <source>Relation from {text}: choose its end and press the key again; Escape leaves it.</source>
        <translation>علاقة من {text}: اختر طرفها الآخر واضغط المفتاح ثانيةً، أو اضغط Escape لتركها.</translation>
    </message>
    <message>
        <source>A relation joins two spans.</source>
        <translation>تربط العلاقة بين مقطعين.</translation>
    </message>
    <message>
        <source>These two spans have this relation already.</source>
        <translation>بين هذين المقطعين هذه العلاقة من قبل.</translation>
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
        <translation>لا إصلاح تلقائيًا لهذا المقطع؛ القرار لك.</translation>
    </message>
    <message>
        <source>This article is not in the project any more.</source>
        <translation>لم يعد هذا المقال في المشروع.</translation>
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
    <message>
        <source>A re-import gives back all {spans} spans.</source>
        <translation>الاستيراد من جديد يعيد المقاطع كلها: {spans}.</translation>
    </message>
    <message>
        <source>A re-import would not give back {lost} of {spans} spans exactly.</source>
        <translation>المقاطع التي لا يعيدها الاستيراد من جديد كما هي: {lost} من {spans}.</translation>
    </message>
    <message>
        <source>A sheet holds {count} rows, and the export has more.</source>
        <translation>أقصى عدد لصفوف الورقة {count}، والتصدير أكثر من ذلك.</translation>
    </message>
    <message>
        <source>A span within a word</source>
        <translation>مقطع داخل كلمة</translation>
    </message>
    <message>
        <source>Articles without labels too</source>
        <translation>والمقالات التي بلا وسوم</translation>
    </message>
    <message>
        <source>By what is in the file</source>
        <translation>بحسب ما في الملف</translation>
    </message>
    <message>
        <source>Counting what the format cannot hold…</source>
        <translation>يُحصى ما لا تتسع له الصيغة…</translation>
    </message>
    <message>
        <source>Each has a column of tags</source>
        <translation>لكل منها عمود من العلامات</translation>
    </message>
    <message>
        <source>Excel: articles in; out a sheet for review, a row a span</source>
        <translation>إكسل: تُستورد منه المقالات، ويُصدَّر إليه جدول مراجعة لكل مقطع فيه صف</translation>
    </message>
    <message>
        <source>For Parquet files such as {path}, install annotator[parquet].</source>
        <translation>لملفات Parquet مثل {path} ثبّت annotator[parquet].</translation>
    </message>
    <message>
        <source>For spaCy's files such as {path}, install annotator[spacy].</source>
        <translation>لملفات spaCy مثل {path} ثبّت annotator[spacy].</translation>
    </message>
    <message>
        <source>Label Studio's JSON; its configuration beside</source>
        <translation>JSON الخاص بـLabel Studio ومعه ملف إعداده</translation>
    </message>
    <message>
        <source>Label Studio's JSON_MIN; its configuration beside</source>
        <translation>JSON_MIN الخاص بـLabel Studio ومعه ملف إعداده</translation>
    </message>
    <message>
        <source>More remarks like these: {count}</source>
        <translation>ملاحظات أخرى مثلها: {count}</translation>
    </message>
    <message>
        <source>Nested spans</source>
        <translation>المقاطع المتداخلة</translation>
    </message>
    <message>
        <source>Not carried by this format: {kinds}</source>
        <translation>لا تحمله هذه الصيغة: {kinds}</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>أرقام المواضع تُعدّ بـ</translation>
    </message>
    <message>
        <source>Prodigy's tasks, with tokens that split at span borders</source>
        <translation>مهام Prodigy، ورموزها تُقطع عند حدود المقاطع</translation>
    </message>
    <message>
        <source>Spans at whose edges a word is split: {count}</source>
        <translation>مقاطع قُطعت كلمة عند طرفها: {count}</translation>
    </message>
    <message>
        <source>Spans left out: {count}</source>
        <translation>مقاطع أُسقطت: {count}</translation>
    </message>
    <message>
        <source>Spans that become one with another under the new name: {count}</source>
        <translation>مقاطع صارت مع غيرها واحدًا تحت الاسم الجديد: {count}</translation>
    </message>
    <message>
        <source>Spans that give up the space at their edges: {count}</source>
        <translation>مقاطع تُرك الفراغ عند طرفها: {count}</translation>
    </message>
    <message>
        <source>Spans widened to whole words: {count}</source>
        <translation>مقاطع وُسّعت إلى كلمات تامة: {count}</translation>
    </message>
    <message>
        <source>Spans without a tag, since another lies over them: {count}</source>
        <translation>مقاطع بلا علامة لأن غيرها يغطيها: {count}</translation>
    </message>
    <message>
        <source>Texts that the format cannot hold as they are: {count}</source>
        <translation>نصوص لا تتسع لها الصيغة كما هي: {count}</translation>
    </message>
    <message>
        <source>The longest gets the tags</source>
        <translation>الأطول يأخذ العلامات</translation>
    </message>
    <message>
        <source>The shortest gets the tags</source>
        <translation>الأقصر يأخذ العلامات</translation>
    </message>
    <message>
        <source>The span is left out</source>
        <translation>يُسقط المقطع</translation>
    </message>
    <message>
        <source>The span takes in the whole word</source>
        <translation>يُوسَّع المقطع ليأخذ الكلمة كلها</translation>
    </message>
    <message>
        <source>The word is split</source>
        <translation>تُقطع الكلمة</translation>
    </message>
    <message>
        <source>There is no label {name} in the project; there are: {known}.</source>
        <translation>ليس في المشروع وسم {name}؛ وفيه: {known}.</translation>
    </message>
    <message>
        <source>This is not the address of a database: it should look like postgresql+psycopg://user@host/database, other signs than letters and digits as %xx.</source>
        <translation>ليس هذا عنوان قاعدة بيانات؛ صورته postgresql+psycopg://user@host/database، وما ليس حرفًا أو رقمًا يُكتب %xx.</translation>
    </message>
    <message>
        <source>To read and write UIMA CAS, install annotator[uima].</source>
        <translation>لقراءة UIMA CAS وكتابته ثبّت annotator[uima].</translation>
    </message>
    <message>
        <source>To read {what}, install annotator[{name}].</source>
        <translation>لقراءة {what} ثبّت annotator[{name}].</translation>
    </message>
    <message>
        <source>To use a database server, install annotator[postgres].</source>
        <translation>لاستعمال خادم قواعد بيانات ثبّت annotator[postgres].</translation>
    </message>
    <message>
        <source>UIMA CAS as JSON CAS 0.4: a file an article; needs annotator[uima]</source>
        <translation>UIMA CAS بصورة JSON CAS 0.4: ملف لكل مقال؛ يلزمه annotator[uima]</translation>
    </message>
    <message>
        <source>UIMA CAS as XMI: a file an article; needs annotator[uima]</source>
        <translation>UIMA CAS بصورة XMI: ملف لكل مقال؛ يلزمه annotator[uima]</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>وحدات UTF-16</translation>
    </message>
    <message>
        <source>W3C Web Annotation, JSON-LD</source>
        <translation>Web Annotation من W3C، بصورة JSON-LD</translation>
    </message>
    <message>
        <source>WebAnno TSV 3, as INCEpTION exchanges it: a file an article</source>
        <translation>WebAnno TSV 3 كما يتبادله INCEpTION: ملف لكل مقال</translation>
    </message>
    <message>
        <source>With the words</source>
        <translation>فيها الكلمات</translation>
    </message>
    <message>
        <source>a file of text an article</source>
        <translation>ملف نص لكل مقال</translation>
    </message>
    <message>
        <source>a folder that datasets.load_dataset opens: JSON Lines, tokens and tags, spans beside</source>
        <translation>مجلد تفتحه datasets.load_dataset: أسطر JSON فيها الرموز والعلامات ومعها المقاطع</translation>
    </message>
    <message>
        <source>a relation joins a span to itself</source>
        <translation>علاقة تصل مقطعًا بنفسه</translation>
    </message>
    <message>
        <source>a row without tokens was passed over</source>
        <translation>تُجووز صف بلا رموز</translation>
    </message>
    <message>
        <source>a table with commas: a row an article, spans as JSON</source>
        <translation>جدول بفواصل: صف لكل مقال، والمقاطع JSON</translation>
    </message>
    <message>
        <source>a table with tabs: a row an article, spans as JSON</source>
        <translation>جدول بعلامات جدولة: صف لكل مقال، والمقاطع JSON</translation>
    </message>
    <message>
        <source>annotator, state and guidelines</source>
        <translation>الواسم والحالة والدليل</translation>
    </message>
    <message>
        <source>brat standoff: a .txt and an .ann an article, annotation.conf</source>
        <translation>ملفات brat: ملفا ‎.txt و‎.ann لكل مقال ومعهما annotation.conf</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>البايتات</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>نقاط الترميز</translation>
    </message>
    <message>
        <source>doccano, a project with relations</source>
        <translation>doccano، مشروع فيه علاقات</translation>
    </message>
    <message>
        <source>doccano, offsets as its browser counts</source>
        <translation>doccano، وأرقام المواضع كما يعدّها متصفحه</translation>
    </message>
    <message>
        <source>doccano, offsets in code points</source>
        <translation>doccano، والمواضع بنقاط الترميز</translation>
    </message>
    <message>
        <source>ids, origins, scores and times</source>
        <translation>المعرّفات والمصادر والدرجات والأوقات</translation>
    </message>
    <message>
        <source>labels of whole articles</source>
        <translation>وسوم المقالات كلها</translation>
    </message>
    <message>
        <source>letters with their marks</source>
        <translation>الحروف بحركاتها</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>nested spans</source>
        <translation>المقاطع المتداخلة</translation>
    </message>
    <message>
        <source>no -DOCSTART- parts the file; each of {count} sentences is an article</source>
        <translation>لا يقسم الملفَ ⁨-DOCSTART-⁩؛ فكل جملة مقال، وعدد الجمل {count}</translation>
    </message>
    <message>
        <source>notes on spans</source>
        <translation>ملاحظات المقاطع</translation>
    </message>
    <message>
        <source>notes on whole articles</source>
        <translation>ملاحظات المقالات كلها</translation>
    </message>
    <message>
        <source>only the sheet {name} was read, of {count}</source>
        <translation>قُرئت الورقة {name} وحدها من {count}</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>rows of tokens and IOB2 tags, as CoNLL-2003; offsets in a file beside</source>
        <translation>صفوف رموز وعلامات IOB2 كما في CoNLL-2003؛ والمواضع في ملف بجانبها</translation>
    </message>
    <message>
        <source>spaCy 2's training data</source>
        <translation>بيانات تدريب spaCy 2</translation>
    </message>
    <message>
        <source>spaCy cannot write {path} ({reason}).</source>
        <translation>لا يستطيع spaCy كتابة {path} ({reason}).</translation>
    </message>
    <message>
        <source>spaCy's DocBin, with ents and spans; needs annotator[spacy]</source>
        <translation>DocBin الخاص بـspaCy، فيه ents وspans؛ يلزمه annotator[spacy]</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>spans were found under “{key}”, their labels under “{label}”</source>
        <translation>وُجدت المقاطع تحت «{key}» ووسومها تحت «{label}»</translation>
    </message>
    <message>
        <source>the column “{column}” was passed over</source>
        <translation>تُجووز العمود «{column}»</translation>
    </message>
    <message>
        <source>the column “{name}” was taken for the text</source>
        <translation>عُدّ العمود «{name}» هو النص</translation>
    </message>
    <message>
        <source>the file does not hold what lies between sentences; spaces were put there</source>
        <translation>لا يحوي الملف ما بين الجمل؛ فوُضعت مسافات</translation>
    </message>
    <message>
        <source>the main text of a web page; needs annotator[html]</source>
        <translation>النص الرئيس لصفحة ويب؛ يلزمه annotator[html]</translation>
    </message>
    <message>
        <source>the native format; also reads the minimal and doccano's form</source>
        <translation>الصيغة الأصلية؛ ويُقرأ معها الشكل الأدنى وشكل doccano</translation>
    </message>
    <message>
        <source>the offsets were read as {unit}, which fits {share} of {spans} spans; {others}</source>
        <translation>قُرئت أرقام المواضع بوحدة {unit}، وما تناسبه من المقاطع {share} من {spans}؛ {others}</translation>
    </message>
    <message>
        <source>the relation {label} joins a span to itself</source>
        <translation>العلاقة {label} تصل مقطعًا بنفسه</translation>
    </message>
    <message>
        <source>the row has a tag and no token, and was passed over</source>
        <translation>في الصف علامة بلا رمز، فتُجووز</translation>
    </message>
    <message>
        <source>the row has no text, and was passed over</source>
        <translation>ليس في الصف نص، فتُجووز</translation>
    </message>
    <message>
        <source>the row “{row}” has no tag; it was read as O</source>
        <translation>ليس في الصف «{row}» علامة؛ فقُرئ O</translation>
    </message>
    <message>
        <source>the same in Parquet; needs annotator[parquet]</source>
        <translation>مثله بصيغة Parquet؛ يلزمه annotator[parquet]</translation>
    </message>
    <message>
        <source>the span group “{name}” with {count} spans was passed over</source>
        <translation>تُجووزت مجموعة المقاطع «{name}»، وعدد مقاطعها {count}</translation>
    </message>
    <message>
        <source>the span {start}–{end} stands twice, and was read once</source>
        <translation>المقطع {start}–{end} مكرر، وقُرئ مرة</translation>
    </message>
    <message>
        <source>the table has no names of columns</source>
        <translation>ليس للجدول أسماء أعمدة</translation>
    </message>
    <message>
        <source>the tag {tag} was read as {meant}</source>
        <translation>قُرئت العلامة {tag} على أنها {meant}</translation>
    </message>
    <message>
        <source>the task was rejected: {count} spans and labels were left out</source>
        <translation>المهمة مرفوضة: أُسقط {count} من المقاطع والوسوم</translation>
    </message>
    <message>
        <source>the text of a PDF; needs annotator[documents]</source>
        <translation>نص ملف PDF؛ يلزمه annotator[documents]</translation>
    </message>
    <message>
        <source>the text of a Word document; needs annotator[documents]</source>
        <translation>نص مستند Word؛ يلزمه annotator[documents]</translation>
    </message>
    <message>
        <source>the text was drawn from a PDF: look through its order and its spaces</source>
        <translation>استُخرج النص من ملف PDF: راجع ترتيبه ومسافاته</translation>
    </message>
    <message>
        <source>the view {view} with its {count} annotations was passed over</source>
        <translation>تُجووز العرض {view} وفيه {count} من التوسيمات</translation>
    </message>
    <message>
        <source>token and tag are not parted: {row}</source>
        <translation>الرمز والعلامة غير مفصولين: {row}</translation>
    </message>
    <message>
        <source>token and tag stand in each other's place: {row}</source>
        <translation>الرمز والعلامة كلٌّ في موضع الآخر: {row}</translation>
    </message>
    <message>
        <source>what is said of the relation {name} was passed over</source>
        <translation>تُجووز ما قيل عن العلاقة {name}</translation>
    </message>
    <message>
        <source>{count} comments were passed over</source>
        <translation>تُجووز {count} من التعليقات</translation>
    </message>
    <message>
        <source>{count} feature structures of {name} have no place in the text and were passed over</source>
        <translation>{count} من بنى {name} ليس لها موضع في النص فتُجووزت</translation>
    </message>
    <message>
        <source>{count} predictions were passed over</source>
        <translation>تُجووز {count} من التنبؤات</translation>
    </message>
    <message>
        <source>{count} results of the type {name} were passed over</source>
        <translation>تُجووز {count} من النتائج من نوع {name}</translation>
    </message>
    <message>
        <source>{count} spans begin with another tag than B-</source>
        <translation>المقاطع التي تبدأ بعلامة غير ⁨B-⁩: {count}</translation>
    </message>
    <message>
        <source>{count} tokens have no tag, and were read as O</source>
        <translation>الرموز التي بلا علامة، فقُرئت O: {count}</translation>
    </message>
    <message>
        <source>{count} values of the feature {feature} of {layer} were passed over</source>
        <translation>تُجووز {count} من قيم الخاصية {feature} في {layer}</translation>
    </message>
    <message>
        <source>{name} can be written, but not read.</source>
        <translation>تُكتب {name} ولا تُقرأ.</translation>
    </message>
    <message>
        <source>{name} has {count} pieces; each is a span, and “{label}” joins them</source>
        <translation>عدد قطع {name}: {count}؛ كلٌّ منها مقطع، وتصلها العلاقة «{label}»</translation>
    </message>
    <message>
        <source>{name} is the same as {first}, and was read once</source>
        <translation>{name} هو {first} نفسه، فقُرئ مرة</translation>
    </message>
    <message>
        <source>{path} cannot be made: its table {table} is not what was copied.</source>
        <translation>لا يمكن إنشاء {path}: جدوله {table} ليس كما نُسخ.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: the server does not answer.</source>
        <translation>لا يمكن فتح {path}: الخادم لا يجيب.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: the server does not take this name and password.</source>
        <translation>لا يمكن فتح {path}: الخادم لا يقبل هذا الاسم وكلمة السر.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: there is no server of this name.</source>
        <translation>لا يمكن فتح {path}: لا خادم بهذا الاسم.</translation>
    </message>
    <message>
        <source>{path} does not hold UTF-8; a project needs a database that does.</source>
        <translation>{path} ليست بترميز UTF-8؛ والمشروع يحتاج إلى قاعدة بهذا الترميز.</translation>
    </message>
    <message>
        <source>{path} has no text.</source>
        <translation>ليس في {path} نص.</translation>
    </message>
    <message>
        <source>{path} has no text; it may hold pictures of pages.</source>
        <translation>ليس في {path} نص؛ فلعل فيه صور صفحات.</translation>
    </message>
    <message>
        <source>{path} holds a file that leads out of its folder: {name}</source>
        <translation>في {path} ملف يخرج عن مجلده: {name}</translation>
    </message>
    <message>
        <source>{path} holds something already; a project needs a database of its own.</source>
        <translation>في {path} شيء من قبل؛ والمشروع يحتاج إلى قاعدة تخصه.</translation>
    </message>
    <message>
        <source>{path} is a damaged archive ({reason}).</source>
        <translation>{path} أرشيف تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path} is a damaged document ({reason}).</source>
        <translation>{path} مستند تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path} is a file; name a folder to write.</source>
        <translation>{path} ملف؛ سمِّ مجلدًا للكتابة.</translation>
    </message>
    <message>
        <source>{path} was changed after it was exported: {name}. Name a new folder.</source>
        <translation>تغيّر {path} بعد تصديره: {name}. سمّ مجلدًا جديدًا.</translation>
    </message>
    <message>
        <source>{path} is a folder with files of its own; name a new folder.</source>
        <translation>{path} مجلد فيه ملفات تخصه؛ سمِّ مجلدًا جديدًا.</translation>
    </message>
    <message>
        <source>{path} is too large, or nested too deep, for a label set.</source>
        <translation>{path} أكبر من أن يكون مجموعة وسوم أو أعمق تداخلًا.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the metadata cannot be stored: {reason}.</source>
        <translation>{path}، السطر {line}: لا يمكن حفظ البيانات الوصفية: {reason}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the token {place} is empty.</source>
        <translation>{path}، السطر {line}: الرمز رقم {place} فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: a type has more than {count} features.</source>
        <translation>{path}، السطر {line}: عدد خصائص أحد الأنواع أكثر من {count}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the layer has no name: {name}</source>
        <translation>{path}، السطر {line}: الطبقة بلا اسم: {name}</translation>
    </message>
    <message>
        <source>A project has at most {most} labels; {name} is one too many.</source>
        <translation>أقصى عدد لوسوم المشروع {most}؛ والوسم {name} زائد عليه.</translation>
    </message>
    <message>
        <source>{path} cannot be made: its name holds marks that turn letters round.</source>
        <translation>لا يمكن إنشاء {path}: في اسمه علامات تقلب ترتيب الحروف.</translation>
    </message>
    <message>
        <source>{path} cannot be written: its name holds marks that turn letters round.</source>
        <translation>لا يمكن كتابة {path}: في اسمه علامات تقلب ترتيب الحروف.</translation>
    </message>
    <message>
        <source>The name of {path} holds marks that turn letters round; rename the file.</source>
        <translation>في اسم {path} علامات تقلب ترتيب الحروف؛ غيّر اسم الملف.</translation>
    </message>
    <message>
        <source>{path} is no Excel workbook, or is damaged ({reason}).</source>
        <translation>{path} ليس مصنف إكسل أو هو تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path} is no PDF, or is damaged ({reason}).</source>
        <translation>{path} ليس ملف PDF أو هو تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path} is no Word document, or is damaged ({reason}).</source>
        <translation>{path} ليس مستند Word أو هو تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path} names the values of {column} in several ways.</source>
        <translation>يسمي {path} قيم {column} بأكثر من طريقة.</translation>
    </message>
    <message>
        <source>{path} unpacks to far more than a document.</source>
        <translation>{path} أكبر بكثير بعد فك ضغطه من أن يكون مستندًا.</translation>
    </message>
    <message>
        <source>{path} unpacks to far more than it could hold; it was not read.</source>
        <translation>{path} أكبر بكثير بعد فك ضغطه مما يمكن أن يحويه؛ فلم يُقرأ.</translation>
    </message>
    <message>
        <source>{path} was changed by a newer version of Annotator.</source>
        <translation>غيّر {path} إصدارٌ أحدث من Annotator.</translation>
    </message>
    <message>
        <source>{path} was not saved: an article has more different words than a server can index.</source>
        <translation>لم يُحفظ {path}: في مقالٍ كلماتٌ مختلفة أكثر مما يفهرسه خادم.</translation>
    </message>
    <message>
        <source>{path} was not saved: the connection to the server was lost.</source>
        <translation>لم يُحفظ {path}: انقطع الاتصال بالخادم.</translation>
    </message>
    <message>
        <source>{path}, line {line}: </source>
        <translation>{path}، السطر {line}: </translation>
    </message>
    <message>
        <source>{path}, line {line}: a WebAnno TSV file begins with “#FORMAT=WebAnno TSV 3.3”, not with “{opening}”.</source>
        <translation>{path}، السطر {line}: يبدأ ملف WebAnno TSV بـ«#FORMAT=WebAnno TSV 3.3» لا بـ«{opening}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: a feature cannot be called “{name}”.</source>
        <translation>{path}، السطر {line}: لا تُسمى خاصية «{name}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: a group of rows is larger than 2 GiB.</source>
        <translation>{path}، السطر {line}: مجموعة صفوف أكبر من 2 غيغابايت.</translation>
    </message>
    <message>
        <source>{path}, line {line}: a pattern to match words with, and no annotated text.</source>
        <translation>{path}، السطر {line}: نمط لمطابقة الكلمات، لا نص موسوم.</translation>
    </message>
    <message>
        <source>{path}, line {line}: a relation joins a region that is not in the task.</source>
        <translation>{path}، السطر {line}: علاقة تصل منطقة ليست في المهمة.</translation>
    </message>
    <message>
        <source>{path}, line {line}: a relation joins an entity that is not in the record.</source>
        <translation>{path}، السطر {line}: علاقة تصل كيانًا ليس في السجل.</translation>
    </message>
    <message>
        <source>{path}, line {line}: a row needs “text” and “spans”, or “tokens” and “ner_tags”.</source>
        <translation>{path}، السطر {line}: يلزم الصف «text» و«spans»، أو «tokens» و«ner_tags».</translation>
    </message>
    <message>
        <source>{path}, line {line}: an annotation begins or ends at {place}, within a character.</source>
        <translation>{path}، السطر {line}: توسيم يبدأ أو ينتهي عند {place} داخل حرف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: an annotation of {name} lies outside the text: {begin}–{end}.</source>
        <translation>{path}، السطر {line}: توسيم من {name} خارج النص: {begin}–{end}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: an answer is accept, reject or ignore, not {value}.</source>
        <translation>{path}، السطر {line}: الجواب accept أو reject أو ignore، لا {value}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: it is no DocBin of spaCy 3, or it is broken.</source>
        <translation>{path}، السطر {line}: ليس DocBin من spaCy 3 أو هو تالف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: it is no DocBin of spaCy 3.</source>
        <translation>{path}، السطر {line}: ليس DocBin من spaCy 3.</translation>
    </message>
    <message>
        <source>{path}, line {line}: it unpacks to more than a DocBin should: over {size} MiB.</source>
        <translation>{path}، السطر {line}: هو بعد فك ضغطه أكبر مما ينبغي لـDocBin: فوق {size} ميغابايت.</translation>
    </message>
    <message>
        <source>{path}, line {line}: offsets must count {known}, not {unit}.</source>
        <translation>{path}، السطر {line}: تُعدّ المواضع بـ{known}، لا بـ{unit}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: something follows the array of JSON.</source>
        <translation>{path}، السطر {line}: بعد مصفوفة JSON شيء آخر.</translation>
    </message>
    <message>
        <source>{path}, line {line}: spaCy cannot read it ({reason}).</source>
        <translation>{path}، السطر {line}: لا يستطيع spaCy قراءته ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: the Parquet file is broken ({reason}).</source>
        <translation>{path}، السطر {line}: ملف Parquet تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: the array of JSON has no end.</source>
        <translation>{path}، السطر {line}: لا نهاية لمصفوفة JSON.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the column {name} holds broken JSON ({reason}).</source>
        <translation>{path}، السطر {line}: في العمود {name} JSON تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: the file declares a document type (DOCTYPE), which could lead to other files; it is not read.</source>
        <translation>{path}، السطر {line}: يعلن الملف نوع مستند (DOCTYPE) قد يقود إلى ملفات أخرى؛ فلا يُقرأ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the file is empty.</source>
        <translation>{path}، السطر {line}: الملف فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the key “{key}” stands twice in one object.</source>
        <translation>{path}، السطر {line}: المفتاح «{key}» مكرر في كائن واحد.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the offsets do not fit the tokens of the rows beside.</source>
        <translation>{path}، السطر {line}: المواضع لا تناسب رموز الصفوف التي بجانبها.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the page is larger than 32 MiB.</source>
        <translation>{path}، السطر {line}: الصفحة أكبر من 32 ميغابايت.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the pieces of {name} overlap, are empty or lie outside the text.</source>
        <translation>{path}، السطر {line}: قطع {name} تتداخل أو هي فارغة أو خارج النص.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the row has {count} cells, and {known} columns have names.</source>
        <translation>{path}، السطر {line}: عدد خلايا الصف {count}، وعدد الأعمدة المسماة {known}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the row has {found} columns of annotations; the header names {expected}.</source>
        <translation>{path}، السطر {line}: في الصف {found} من أعمدة التوسيمات؛ ويسمي الرأس {expected}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the sentence begins at {begin}, but the one before it ends at {end}.</source>
        <translation>{path}، السطر {line}: تبدأ الجملة عند {begin}، والتي قبلها تنتهي عند {end}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the sentence has no line “#Text=”.</source>
        <translation>{path}، السطر {line}: ليس للجملة سطر «#Text=».</translation>
    </message>
    <message>
        <source>{path}, line {line}: the sentence has no tokens, which tell where it lies.</source>
        <translation>{path}، السطر {line}: ليس للجملة رموز تدل على موضعها.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the span {start}–{end} begins or ends within a character.</source>
        <translation>{path}، السطر {line}: المقطع {start}–{end} يبدأ أو ينتهي داخل حرف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the table is empty.</source>
        <translation>{path}، السطر {line}: الجدول فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the tags are numbers, and no README.md beside the file names them.</source>
        <translation>{path}، السطر {line}: العلامات أرقام، ولا يسميها README.md بجانب الملف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text at {begin}–{end} is “{there}”, but the row has “{word}”.</source>
        <translation>{path}، السطر {line}: النص عند {begin}–{end} هو «{there}»، وفي الصف «{word}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text is empty, or holds U+0000 or half a surrogate pair.</source>
        <translation>{path}، السطر {line}: النص فارغ أو فيه U+0000 أو نصف زوج بديل.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text is empty.</source>
        <translation>{path}، السطر {line}: النص فارغ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the text lies elsewhere, at {place}, and is not fetched.</source>
        <translation>{path}، السطر {line}: النص في مكان آخر، عند {place}، ولا يُجلب.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the token “{word}” is not in the paragraph's “raw” text.</source>
        <translation>{path}، السطر {line}: الرمز «{word}» ليس في نص الفقرة «raw».</translation>
    </message>
    <message>
        <source>{path}, line {line}: the token “{word}” is not in “text” where it should be.</source>
        <translation>{path}، السطر {line}: الرمز «{word}» ليس في موضعه من «text».</translation>
    </message>
    <message>
        <source>{path}, line {line}: there are offsets for fewer articles than the rows beside have.</source>
        <translation>{path}، السطر {line}: المواضع لمقالات أقل مما في الصفوف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: there are offsets for more articles than the rows beside have.</source>
        <translation>{path}، السطر {line}: المواضع لمقالات أكثر مما في الصفوف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: there are offsets for other tokens than the rows beside have.</source>
        <translation>{path}، السطر {line}: المواضع لرموز غير التي في الصفوف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: there are {tokens} tokens, and {tags} tags in “{column}”.</source>
        <translation>{path}، السطر {line}: الرموز {tokens}، والعلامات في «{column}» {tags}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no blank line in 64 MiB; these are not rows of sentences.</source>
        <translation>{path}، السطر {line}: لا سطر فارغًا في 64 ميغابايت؛ فليست هذه صفوف جمل.</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no text in the file.</source>
        <translation>{path}، السطر {line}: ليس في الملف نص.</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no {name} beside it with the text.</source>
        <translation>{path}، السطر {line}: ليس بجانبه {name} الذي فيه النص.</translation>
    </message>
    <message>
        <source>{path}, line {line}: these are no offsets of {schema}.</source>
        <translation>{path}، السطر {line}: ليست هذه مواضع {schema}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is WebAnno TSV 1 or 2, which have no offsets; export it as WebAnno TSV 3.</source>
        <translation>{path}، السطر {line}: هذا WebAnno TSV 1 أو 2 ولا مواضع فيهما؛ صدّره WebAnno TSV 3.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is no JSON: {reason}.</source>
        <translation>{path}، السطر {line}: ليس هذا JSON: ‏{reason}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is no line of brat's standoff format: {said}</source>
        <translation>{path}، السطر {line}: ليس هذا سطرًا من صيغة brat: ‏{said}</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is no row of a token: {row}</source>
        <translation>{path}، السطر {line}: ليس هذا صف رمز: {row}</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is no sound CAS ({reason}).</source>
        <translation>{path}، السطر {line}: ليس هذا CAS سليمًا ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is no well-formed XML: {reason}.</source>
        <translation>{path}، السطر {line}: ليس هذا XML سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is not a row of a token and its tag.</source>
        <translation>{path}، السطر {line}: ليس هذا صفًا فيه رمز وعلامته.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this program reads WebAnno TSV 3.0 to 3.3, not {major}.{minor}.</source>
        <translation>{path}، السطر {line}: يقرأ هذا البرنامج WebAnno TSV من 3.0 إلى 3.3، لا {major}.{minor}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this row of the table is broken ({reason}).</source>
        <translation>{path}، السطر {line}: هذا الصف من الجدول تالف ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: user_data["annotator/1"] is not as this program writes it.</source>
        <translation>{path}، السطر {line}: ليست user_data["annotator/1"] كما يكتبها هذا البرنامج.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {begin}–{end} is no place in the text, or begins or ends within a character.</source>
        <translation>{path}، السطر {line}: ليس {begin}–{end} موضعًا في النص، أو هو يبدأ أو ينتهي داخل حرف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is named, and is not in the file.</source>
        <translation>{path}، السطر {line}: ذُكر {name} وليس في الملف.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} quotes “{quote}”, but the text there is “{there}”.</source>
        <translation>{path}، السطر {line}: ينقل {name} «{quote}»، والنص هناك «{there}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: “paragraphs” is missing.</source>
        <translation>{path}، السطر {line}: «paragraphs» غير موجود.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{tag}” is no tag such as B-PER, I-PER or O, nor the number of one.</source>
        <translation>{path}، السطر {line}: ليست «{tag}» علامة مثل B-PER أو I-PER أو O، ولا رقم علامة.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{tag}” is no tag such as B-PER, L-PER, U-PER or O.</source>
        <translation>{path}، السطر {line}: ليست «{tag}» علامة مثل B-PER أو L-PER أو U-PER أو O.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{value}” is no reference to a token.</source>
        <translation>{path}، السطر {line}: ليس «{value}» إحالة إلى رمز.</translation>
    </message>
    <message>
        <source>{path}: name its format; nothing in it tells.</source>
        <translation>{path}: سمِّ صيغته؛ فليس فيه ما يدل عليها.</translation>
    </message>
    <message>
        <source>{path}: there is no article in this page.</source>
        <translation>{path}: ليس في هذه الصفحة مقال.</translation>
    </message>
    <message>
        <source>{path}: {what} are UTF-8, not {encoding}.</source>
        <translation>{path}: ترميز {what} هو UTF-8، لا {encoding}.</translation>
    </message>
    <message>
        <source>{shares} is no split; a share is a whole number, as in 80/10/10.</source>
        <translation>ليس {shares} تقسيمًا؛ فالحصة عدد صحيح كما في 80/10/10.</translation>
    </message>
    <message>
        <source>{shares} is no split; name two or three shares that make 100, such as 80/10/10.</source>
        <translation>ليس {shares} تقسيمًا؛ سمِّ حصتين أو ثلاثًا مجموعها 100 مثل 80/10/10.</translation>
    </message>
    <message>
        <source>“{name}” is empty; the article was passed over</source>
        <translation>«{name}» فارغ؛ فتُجووز المقال</translation>
    </message>
    <message>
        <source>“{tag}” is no tag; it was read as O</source>
        <translation>ليست «{tag}» علامة؛ فقُرئت O</translation>
    </message>
    <message>
        <source>{path}: </source>
        <translation>{path}: </translation>
    </message>
    <message>
        <source>Near copies</source>
        <translation>النسخ المتقاربة</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>لا يُبحث عنها</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>تُعدّ</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>تُسقط</translation>
    </message>
    <message>
        <source>Kept, with the name of the original</source>
        <translation>تُبقى ومعها اسم الأصل</translation>
    </message>
    <message>
        <source>Nearly the same as older articles: {count}</source>
        <translation>تكاد تطابق مقالات أقدم: {count}</translation>
    </message>
    <message>
        <source>A seed and a licence are for datasets: name a split too, such as --split 80/10/10.</source>
        <translation>البذرة والرخصة لمجموعات البيانات: سمِّ تقسيمًا أيضًا مثل ‎--split 80/10/10.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: the server has no such database.</source>
        <translation>تعذّر فتح {path}: لا توجد قاعدة بيانات بهذا الاسم على الخادم.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation>تعذّر فتح {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be written: the server does not allow it to this user.</source>
        <translation>تعذّرت الكتابة في {path}: الخادم لا يسمح بذلك لهذا المستخدم.</translation>
    </message>
    <message>
        <source>Parquet by source and month, for DuckDB and Spark; needs annotator[parquet]</source>
        <translation>Parquet بحسب المصدر والشهر، لـDuckDB وSpark؛ يلزمه annotator[parquet]</translation>
    </message>
    <message>
        <source>{path} is larger than 256 MiB, and cannot be one article.</source>
        <translation>{path} أكبر من 256 ميغابايت، ولا يكون مقالًا واحدًا.</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>جارٍ التراجع عن الاستيراد…</translation>
    </message>
    <message>
        <source>Address on the web</source>
        <translation>العنوان على الشبكة</translation>
    </message>
    <message>
        <source>As chosen…</source>
        <translation>كما اختير…</translation>
    </message>
    <message>
        <source>As they are called…</source>
        <translation>كما سُمّيت…</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>يصير</translation>
    </message>
    <message>
        <source>Columns and metadata</source>
        <translation>الأعمدة والبيانات الوصفية</translation>
    </message>
    <message>
        <source>Further metadata</source>
        <translation>بيانات وصفية أخرى</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>In the first articles</source>
        <translation>في أوائل المقالات</translation>
    </message>
    <message>
        <source>More than one column: {names}</source>
        <translation>أكثر من عمود واحد: {names}</translation>
    </message>
    <message>
        <source>One column must be the text.</source>
        <translation>لا بدّ من عمود واحد هو النص.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>حفظ التقرير…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>The article's id outside</source>
        <translation>معرّف المقال خارج البرنامج</translation>
    </message>
    <message>
        <source>The first article</source>
        <translation>المقال الأول</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>There is nothing beside the texts.</source>
        <translation>لا شيء مع النصوص.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>What {column} becomes</source>
        <translation>ما يصير إليه {column}</translation>
    </message>
    <message>
        <source>{path}, line {line}: none of the columns is called “{name}”.</source>
        <translation>{path}، السطر {line}: ليس بين الأعمدة ما اسمه «{name}».</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no column “{name}”; there are: {known}.</source>
        <translation>{path}، السطر {line}: لا عمود باسم «{name}»؛ والأعمدة هي: {known}.</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>كل المصادر</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>يُكتب</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>ما يُصدَّر</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>فحص فقط</translation>
    </message>
    <message>
        <source>Only checked; nothing was changed.</source>
        <translation>فحص فقط؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The import stays: its articles have been worked on since.</source>
        <translation>يبقى الاستيراد: عُمل بعده على مقالاته.</translation>
    </message>
    <message>
        <source>Metadata or a note hold U+0000.</source>
        <translation>في البيانات الوصفية أو في ملاحظة U+0000.</translation>
    </message>
    <message>
        <source>the column “{column}” is kept as “{kept}”, since another is “{other}”</source>
        <translation>حُفظ العمود «{column}» باسم «{kept}» لأن غيره هو «{other}»</translation>
    </message>
    <message>
        <source>the column “{column}” stands more than once; one is kept as “{kept}”</source>
        <translation>العمود «{column}» وارد أكثر من مرة؛ وحُفظ واحد من هذه باسم «{kept}»</translation>
    </message>
    <message>
        <source>A day is written as {day}.</source>
        <translation>يُكتب اليوم هكذا: {day}.</translation>
    </message>
    <message>
        <source>Only one column can be the text, not {names}.</source>
        <translation>لا يكون النص إلا عمودًا واحدًا، لا {names}.</translation>
    </message>
    <message>
        <source>Spans of copies that were left out: {count}</source>
        <translation>مقاطع النسخ التي تُركت: {count}</translation>
    </message>
    <message>
        <source>There are no articles from {name} in the project; there are some from: {known}.</source>
        <translation>ليس في المشروع مقالات من {name}؛ وفيه مقالات من: {known}.</translation>
    </message>
    <message>
        <source>{name} does not know whose labels are whose; name one annotator: {known}.</source>
        <translation>لا تعرف الصيغة {name} لمن كل وسم؛ سمِّ واسمًا واحدًا: {known}.</translation>
    </message>
    <message>
        <source>{name} has but one column of tags; --nested layers is for conll.</source>
        <translation>ليس في {name} إلا عمود واحد من العلامات؛ أما ‎--nested layers‎ فللصيغة conll.</translation>
    </message>
    <message>
        <source>{name} has no tags: --policy and --nested mean nothing to it.</source>
        <translation>لا علامات في {name}: لا معنى فيها لـ ‎--policy‎ و‎--nested‎.</translation>
    </message>
    <message>
        <source>{option} names {name} twice.</source>
        <translation>يسمّي الخيار {option} الاسم {name} مرتين.</translation>
    </message>
    <message>
        <source>{path} is an Annotator project; name another file.</source>
        <translation>{path} مشروع من مشاريع Annotator؛ سمِّ ملفًا آخر.</translation>
    </message>
    <message>
        <source>{path}, line {line}: none of the columns is left for the text.</source>
        <translation>{path}، السطر {line}: لم يبقَ عمود للنص.</translation>
    </message>
    <message>
        <source>A name a line</source>
        <translation>اسم في كل سطر</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Accept the first side</source>
        <translation>قبول الرأي الأول</translation>
    </message>
    <message>
        <source>Accept the second side</source>
        <translation>قبول الرأي الثاني</translation>
    </message>
    <message>
        <source>Accept the third side</source>
        <translation>قبول الرأي الثالث</translation>
    </message>
    <message>
        <source>Accept the fourth side</source>
        <translation>قبول الرأي الرابع</translation>
    </message>
    <message>
        <source>Add to guidelines</source>
        <translation>إضافة إلى الدليل</translation>
    </message>
    <message>
        <source>Add to the guidelines</source>
        <translation>إضافة إلى الدليل</translation>
    </message>
    <message>
        <source>Agreed: {agreed}. Disagreements: {total}, open: {open}</source>
        <translation>المتفق عليه: {agreed}. الخلافات: {total}، منها مفتوح: {open}</translation>
    </message>
    <message>
        <source>All agree.</source>
        <translation>الجميع متفقون.</translation>
    </message>
    <message>
        <source>All sides are wrong</source>
        <translation>كل الآراء خاطئة</translation>
    </message>
    <message>
        <source>All that nobody has</source>
        <translation>كل ما ليس عند أحد</translation>
    </message>
    <message>
        <source>All wrong</source>
        <translation>كلها خاطئة</translation>
    </message>
    <message>
        <source>Ambiguous text</source>
        <translation>نص ملتبس</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>الواسمون</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>أيّ كلمات</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>مقالات للمراجعة</translation>
    </message>
    <message>
        <source>As gold has it</source>
        <translation>كما في المرجع</translation>
    </message>
    <message>
        <source>As in gold</source>
        <translation>كما في المرجع</translation>
    </message>
    <message>
        <source>Both ends</source>
        <translation>الطرفان</translation>
    </message>
    <message>
        <source>Change reason</source>
        <translation>تغيير السبب</translation>
    </message>
    <message>
        <source>Choose a disagreement first.</source>
        <translation>اختر خلافًا أولًا.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Clitic only</source>
        <translation>اللواصق فقط</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Comment on the article</source>
        <translation>تعليق على المقال</translation>
    </message>
    <message>
        <source>Comment on the decision</source>
        <translation>تعليق على القرار</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>Decide first what is open in this article: {count}.</source>
        <translation>احسم أولًا ما بقي مفتوحًا في هذا المقال: {count}.</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>الخلافات</translation>
    </message>
    <message>
        <source>Edge case</source>
        <translation>حالة حدّية</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>حُرِّر يدويًا</translation>
    </message>
    <message>
        <source>Fill gold</source>
        <translation>ملء المرجع</translation>
    </message>
    <message>
        <source>Fill gold…</source>
        <translation>ملء المرجع…</translation>
    </message>
    <message>
        <source>Gap in the guidelines</source>
        <translation>ثغرة في الدليل</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Gold has nothing here yet: label it first, or mark all sides wrong.</source>
        <translation>لا شيء في المرجع هنا بعد: ضع وسمًا أولًا، أو عُدَّ كل الآراء خاطئة.</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>توزيع</translation>
    </message>
    <message>
        <source>Hand out articles</source>
        <translation>توزيع المقالات</translation>
    </message>
    <message>
        <source>Hand out articles…</source>
        <translation>توزيع المقالات…</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>إخفاء الأسماء</translation>
    </message>
    <message>
        <source>In the order of the project</source>
        <translation>بترتيب المشروع</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Merge the sides</source>
        <translation>دمج الآراء</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>Most open first</source>
        <translation>الأكثر خلافًا أولًا</translation>
    </message>
    <message>
        <source>Name at least one annotator.</source>
        <translation>سمِّ واسمًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>بلا سبب مذكور</translation>
    </message>
    <message>
        <source>Nobody has submitted this article.</source>
        <translation>لم يسلّم أحد هذا المقال.</translation>
    </message>
    <message>
        <source>Not taken: {count}</source>
        <translation>لم يؤخذ: {count}</translation>
    </message>
    <message>
        <source>Nothing is open in this article.</source>
        <translation>لا خلاف مفتوح في هذا المقال.</translation>
    </message>
    <message>
        <source>One annotator: accept, or fill gold and correct it, or return.</source>
        <translation>واسم واحد: اقبل، أو املأ المرجع وصحّحه، أو أعد.</translation>
    </message>
    <message>
        <source>One side accepted</source>
        <translation>قُبل أحد الآراء</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>فتح من جديد</translation>
    </message>
    <message>
        <source>People: {people} · open: {open} of {total}</source>
        <translation>الواسمون: {people} · المفتوح: {open} من {total}</translation>
    </message>
    <message>
        <source>Previous disagreement</source>
        <translation>الخلاف السابق</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>حلّ</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Return to an annotator</source>
        <translation>إعادة إلى واسم</translation>
    </message>
    <message>
        <source>Return to an annotator…</source>
        <translation>إعادة إلى واسم…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Reviewed: {done} of {total}. Open disagreements: {open}</source>
        <translation>روجع: {done} من {total}. الخلافات المفتوحة: {open}</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send each file to its annotator, and take it in again.</source>
        <translation>أرسل كل ملف إلى صاحبه، ثم أدخله من جديد حين يعود.</translation>
    </message>
    <message>
        <source>Sides merged</source>
        <translation>دُمجت الآراء</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>سهو</translation>
    </message>
    <message>
        <source>Spurious</source>
        <translation>زائد</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Take in work packages</source>
        <translation>إدخال حزم العمل</translation>
    </message>
    <message>
        <source>Take in work packages…</source>
        <translation>إدخال حزم العمل…</translation>
    </message>
    <message>
        <source>The package does not hold the articles that were packed.</source>
        <translation>ليست في الحزمة المقالات التي حُزمت فيها.</translation>
    </message>
    <message>
        <source>The package follows guidelines {old}; the project has {new} now.</source>
        <translation>الحزمة تتبع الدليل {old}، وفي المشروع الآن {new}.</translation>
    </message>
    <message>
        <source>The package has the label set of another day; the project's stays.</source>
        <translation>وسوم الحزمة من يوم آخر، وتبقى وسوم المشروع.</translation>
    </message>
    <message>
        <source>The project has no gold yet: it comes of review.</source>
        <translation>لا مرجع في المشروع بعد: فهو يأتي من المراجعة.</translation>
    </message>
    <message>
        <source>The work of {name} in the package was not taken: it is {owner}'s.</source>
        <translation>لم يؤخذ ما عمله {name} في الحزمة، فهي لـ{owner}.</translation>
    </message>
    <message>
        <source>There are no articles to hand out.</source>
        <translation>لا مقالات للتوزيع.</translation>
    </message>
    <message>
        <source>This comment or decision was changed elsewhere meanwhile; nothing was done.</source>
        <translation>تغيّر هذا التعليق أو القرار في مكان آخر أثناء ذلك، فلم يُفعل شيء.</translation>
    </message>
    <message>
        <source>To two people</source>
        <translation>النصيب الذي يُعطى لاثنين</translation>
    </message>
    <message>
        <source>What all annotators have</source>
        <translation>ما عند جميع الواسمين</translation>
    </message>
    <message>
        <source>What more than half of them have</source>
        <translation>ما عند أكثر من نصفهم</translation>
    </message>
    <message>
        <source>What one annotator has:</source>
        <translation>ما عند واسم واحد:</translation>
    </message>
    <message>
        <source>What somebody has decided stays as it is.</source>
        <translation>ما حسمه أحد يبقى كما هو.</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>موضع البداية</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>موضع النهاية</translation>
    </message>
    <message>
        <source>Whose labels it is about</source>
        <translation>عن وسوم مَن</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>محسوم</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>حُلَّت</translation>
    </message>
    <message>
        <source>{choice}, by {name}</source>
        <translation>{choice}، بقرار {name}</translation>
    </message>
    <message>
        <source>{name}: new in {new} articles, unchanged {unchanged}, in conflict {conflict}</source>
        <translation>{name}: المقالات التي فيها جديد: {new}، والتي بلا تغيير: {unchanged}، والمتعارضة: {conflict}</translation>
    </message>
    <message>
        <source>{name}: {count} articles, {path}</source>
        <translation>{name}: المقالات {count}، {path}</translation>
    </message>
    <message>
        <source>{path} is a project, not a work package.</source>
        <translation>{path} مشروع وليس حزمة عمل.</translation>
    </message>
    <message>
        <source>{path} is a work package of another project.</source>
        <translation>{path} حزمة عمل من مشروع آخر.</translation>
    </message>
    <message>
        <source>{path} uses labels that the project does not have: {labels}.</source>
        <translation>تستعمل {path} وسومًا ليست في المشروع: {labels}.</translation>
    </message>
    <message>
        <source>{path} was made for {annotator}, and now says that it is {other}'s.</source>
        <translation>صُنعت {path} لـ{annotator}، وهي الآن تقول إنها لـ{other}.</translation>
    </message>
    <message>
        <source>Article {article} was changed by hand, past the program; it was not taken.</source>
        <translation>غُيِّر المقال {article} يدويًا من وراء البرنامج، فلم يؤخذ.</translation>
    </message>
    <message>
        <source>The project has no article {article} of this text; its labels were not taken.</source>
        <translation>ليس في المشروع المقال {article} بهذا النص، فلم تؤخذ وسومه.</translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation>عيّنة عشوائية</translation>
    </message>
    <message>
        <source>points</source>
        <translation>من النقاط المئوية</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>الحد</translation>
    </message>
    <message>
        <source>measured so far</source>
        <translation>كما قيس حتى الآن</translation>
    </message>
    <message>
        <source>a guess, until more is reviewed</source>
        <translation>تقدير، إلى أن يُراجَع المزيد</translation>
    </message>
    <message>
        <source>{articles} articles give the error rate of {label} within ± {margin} points at 95 %, if it is about {error} % ({known}).</source>
        <translation>عدد المقالات الذي يعطي نسبة الخطأ في {label} بهامش ± {margin} من النقاط المئوية عند 95 %، إن كانت نحو {error} % ({known}): {articles}.</translation>
    </message>
    <message>
        <source>Of everybody</source>
        <translation>للجميع</translation>
    </message>
    <message>
        <source>Sample…</source>
        <translation>عيّنة…</translation>
    </message>
    <message>
        <source>Review a random sample, with a stated bound of error</source>
        <translation>مراجعة عيّنة عشوائية بحدّ معلوم للخطأ</translation>
    </message>
    <message>
        <source>Likeliest errors first</source>
        <translation>الأرجح خطأً أولًا</translation>
    </message>
    <message>
        <source>Wrong spans of {label}: {wrong} of {spans}; 95 %: {lowest}–{highest} %</source>
        <translation>المقاطع الخاطئة من {label}: {wrong} من {spans}؛ 95 %: {lowest}–{highest} %</translation>
    </message>
    <message>
        <source>Gold, with who decided it</source>
        <translation>المرجع، ومعه مَن حسمه</translation>
    </message>
    <message>
        <source>Right: {right} of {total}.</source>
        <translation>الصواب: {right} من {total}.</translation>
    </message>
    <message>
        <source>Consistency radar</source>
        <translation>كاشف الاتساق</translation>
    </message>
    <message>
        <source>Consistency radar…</source>
        <translation>كاشف الاتساق…</translation>
    </message>
    <message>
        <source>What goes against the project's habits</source>
        <translation>ما يخالف عادة المشروع</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Fix here</source>
        <translation>إصلاح هنا</translation>
    </message>
    <message>
        <source>Fix everywhere</source>
        <translation>إصلاح في كل مكان</translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation>سليم كما هو</translation>
    </message>
    <message>
        <source>Reading the whole project…</source>
        <translation>يُقرأ المشروع كله…</translation>
    </message>
    <message>
        <source>Suspicions: {count}, the likeliest errors first.</source>
        <translation>ما يُشتبه به: {count}، والأرجح خطأً أولًا.</translation>
    </message>
    <message>
        <source>Nothing goes against the project's habits.</source>
        <translation>لا شيء يخالف عادة المشروع.</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>Fixed: {count}.</source>
        <translation>أُصلح: {count}.</translation>
    </message>
    <message>
        <source>Left as they are, submitted or changed meanwhile: {count}.</source>
        <translation>تُرك كما هو لأنه مُسلَّم أو تغيّر أثناء ذلك: {count}.</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>الاحتمال</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>الشبهة</translation>
    </message>
    <message>
        <source>Other label</source>
        <translation>وسم آخر</translation>
    </message>
    <message>
        <source>Other boundary</source>
        <translation>حدّ آخر</translation>
    </message>
    <message>
        <source>Rare label</source>
        <translation>وسم نادر</translation>
    </message>
    <message>
        <source>Odd length</source>
        <translation>طول غريب</translation>
    </message>
    <message>
        <source>{text}: {label} here, {usual} {count} of {whole} times</source>
        <translation>{text}: هنا {label}، وهو {usual} في {count} من {whole}</translation>
    </message>
    <message>
        <source>{text}: not labelled here, {usual} {count} of {whole} times</source>
        <translation>{text}: بلا وسم هنا، وهو {usual} في {count} من {whole}</translation>
    </message>
    <message>
        <source>{text}: {label} is given only {count} times among {whole}</source>
        <translation>{text}: لم يُعطَ {label} إلا {count} من {whole}</translation>
    </message>
    <message>
        <source>{text}: {label} of {whole} words, where {count} are usual</source>
        <translation>{text}: عدد الكلمات تحت {label} هنا {whole}، والمعتاد {count}</translation>
    </message>
    <message>
        <source>Against gold</source>
        <translation>أمام المرجع</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>Agreement is measured on articles that at least two have submitted; there is none yet.</source>
        <translation>يُقاس الاتفاق على مقالات سلّمها اثنان على الأقل، ولا مقال كذلك بعد.</translation>
    </message>
    <message>
        <source>All who have submitted the same articles agree throughout.</source>
        <translation>كل من سلّموا المقالات نفسها متفقون فيها جميعًا.</translation>
    </message>
    <message>
        <source>Choose a figure in a table, by click or Enter: what stands behind it is listed here.</source>
        <translation>اختر رقمًا في جدول، بالنقر أو بمفتاح الإدخال، فيُسرد هنا ما وراءه.</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>الالتباس</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>يُحصى…</translation>
    </message>
    <message>
        <source>Enter or a click: what stands behind it</source>
        <translation>بالإدخال أو النقر: ما وراءه</translation>
    </message>
    <message>
        <source>Looking for disagreements…</source>
        <translation>يُبحث عن الخلافات…</translation>
    </message>
    <message>
        <source>Measuring agreement…</source>
        <translation>يُقاس الاتفاق…</translation>
    </message>
    <message>
        <source>Measuring for the report…</source>
        <translation>يُقاس للتقرير…</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>يُقاس…</translation>
    </message>
    <message>
        <source>No article’s review is closed yet: there is no gold to compare with.</source>
        <translation>لم تُغلق مراجعة أي مقال بعد، فلا مرجع يُقارَن به.</translation>
    </message>
    <message>
        <source>Nobody has begun an article.</source>
        <translation>لم يبدأ أحد مقالًا.</translation>
    </message>
    <message>
        <source>Nobody has submitted an article that another has submitted too.</source>
        <translation>لم يسلّم أحد مقالًا سلّمه غيره أيضًا.</translation>
    </message>
    <message>
        <source>Not defined: {reason}.</source>
        <translation>لا يُعرَّف: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is labelled.</source>
        <translation>لا شيء موسوم.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>الاثنان</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>سير العمل</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Quality…</source>
        <translation>الجودة…</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>تجديد</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>حفظ الصورة…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>حُفظ: {path}</translation>
    </message>
    <message>
        <source>The project has changed since this was measured.</source>
        <translation>تغيّر المشروع منذ هذا القياس.</translation>
    </message>
    <message>
        <source>Tokens are compared in articles that two have submitted; there is none yet.</source>
        <translation>تُقارَن الوحدات في مقالات سلّمها اثنان، ولا مقال كذلك بعد.</translation>
    </message>
    <message>
        <source>What stands behind the figure</source>
        <translation>ما وراء الرقم</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>من وضع ماذا</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>المقال كله</translation>
    </message>
    <message>
        <source>{figure}: reading…</source>
        <translation>{figure}: يُقرأ…</translation>
    </message>
    <message>
        <source>{figure}: the first {count}; there are more.</source>
        <translation>{figure}: أول {count}، وهناك غيرها.</translation>
    </message>
    <message>
        <source>{figure}: there is nothing to list behind this figure.</source>
        <translation>{figure}: لا شيء يُسرد وراء هذا الرقم.</translation>
    </message>
    <message>
        <source>{figure}: {count} in the list</source>
        <translation>{figure}: {count} في القائمة</translation>
    </message>
    <message>
        <source>{path}: a picture ends with {endings}.</source>
        <translation>{path}: تنتهي الصورة بـ{endings}.</translation>
    </message>
    <message>
        <source>{path}: a report ends with {endings}.</source>
        <translation>{path}: ينتهي التقرير بـ{endings}.</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>ملء</translation>
    </message>
    <message>
        <source>In all articles of the queue that are not accepted</source>
        <translation>في كل مقالات القائمة التي لم تُقبل</translation>
    </message>
    <message>
        <source>Reading: {done} of {total}</source>
        <translation>يُقرأ: {done} من {total}</translation>
    </message>
    <message>
        <source>{text}: would be {proposed}, as in {count} of {whole} such cases</source>
        <translation>{text}: يكون {proposed} كما في {count} من {whole} من أمثاله</translation>
    </message>
    <message>
        <source>Everybody's labels</source>
        <translation>وسوم الجميع</translation>
    </message>
    <message>
        <source>Added to the guidelines, version {version}.</source>
        <translation>أُضيف إلى الدليل، الإصدار {version}.</translation>
    </message>
    <message>
        <source>The guidelines have this example already.</source>
        <translation>هذا المثال في الدليل من قبل.</translation>
    </message>
    <message>
        <source>This disagreement has {count} sides.</source>
        <translation>لهذا الخلاف {count} من الآراء.</translation>
    </message>
    <message>
        <source>All have {text}, which may not overlap what gold has: decide by hand.</source>
        <translation>عند الجميع {text}، ولا يجوز أن يتداخل مع ما في المرجع: احسمه يدويًا.</translation>
    </message>
    <message>
        <source>{name} is what this project calls gold; a person needs another name.</source>
        <translation>{name} اسم المرجع في هذا المشروع، فليكن للشخص اسم آخر.</translation>
    </message>
    <message>
        <source>Article {article} was edited in the project, or in two copies of the package, too; the project's stays.</source>
        <translation>حُرِّر المقال {article} في المشروع أيضًا أو في نسختين من الحزمة، ويبقى ما في المشروع.</translation>
    </message>
    <message>
        <source>Article {article} was accepted before this work came: look at it again.</source>
        <translation>قُبل المقال {article} قبل أن يأتي هذا العمل: فليُنظر فيه من جديد.</translation>
    </message>
    <message>
        <source>{path} is damaged: what it holds cannot be read.</source>
        <translation>{path} تالف: لا يُقرأ ما فيه.</translation>
    </message>
    <message>
        <source>who decided on gold, and what is open</source>
        <translation>مَن حسم المرجع، وما بقي مفتوحًا</translation>
    </message>
    <message>
        <source>A project on a server is backed up to a file: name one, or use the server's own way.</source>
        <translation>المشروع الذي على خادم تُحفظ نسخته في ملف: سمِّ ملفًا، أو استعمل طريقة الخادم نفسه.</translation>
    </message>
    <message>
        <source>Another file has taken the place of {path}; nothing more is saved.</source>
        <translation>حلّ ملف آخر محل {path}؛ لن يُحفظ شيء بعد الآن.</translation>
    </message>
    <message>
        <source>Beside {path} lies {log}, which is of another project; move it to another folder first.</source>
        <translation>إلى جانب {path} الملف {log}، وهو من مشروع آخر؛ انقله إلى مجلد آخر أولًا.</translation>
    </message>
    <message>
        <source>Beside {path} lies {journal}, which is not of this file and would damage it; move it to another folder first.</source>
        <translation>إلى جانب {path} الملف {journal}، وهو ليس له وسيُتلفه؛ انقله إلى مجلد آخر أولًا.</translation>
    </message>
    <message>
        <source>Nothing of {path} can be read.</source>
        <translation>لا يمكن قراءة شيء من {path}.</translation>
    </message>
    <message>
        <source>Some rows of the table {table} cannot be read.</source>
        <translation>تعذّرت قراءة بعض صفوف الجدول {table}.</translation>
    </message>
    <message>
        <source>The text of article {article} cannot be read.</source>
        <translation>لا يمكن قراءة نص المقال {article}.</translation>
    </message>
    <message>
        <source>Article {article} has lost its title and whatever else belongs to it.</source>
        <translation>ضاع عنوان المقال {article} وكل ما يتصل به.</translation>
    </message>
    <message>
        <source>The text of article {article} is not what was imported.</source>
        <translation>نص المقال {article} ليس هو الذي استُورد.</translation>
    </message>
    <message>
        <source>The name of an annotator is lost; the work is kept as {name}'s.</source>
        <translation>ضاع اسم أحد الواسمين؛ وعمله محفوظ باسم {name}.</translation>
    </message>
    <message>
        <source>A label is lost; what had it has the label {name} now.</source>
        <translation>ضاع أحد الوسوم؛ وما كان يحمله صار يحمل الوسم {name}.</translation>
    </message>
    <message>
        <source>The state of article {article} is lost; it is in progress again.</source>
        <translation>ضاعت حالة المقال {article}؛ وقد عاد قيد العمل.</translation>
    </message>
    <message>
        <source>Article {article} has lost {count} of its annotations.</source>
        <translation>ضاع من المقال {article} من توسيماته: {count}.</translation>
    </message>
    <message>
        <source>Article {article} has {count} annotations as its history has them; their rows are lost.</source>
        <translation>ضاعت صفوف من توسيمات المقال {article}، فأُخذت كما في سجله: {count}.</translation>
    </message>
    <message>
        <source>{count} rows of {table} do not fit, and were left out.</source>
        <translation>صفوف في {table} لا تتوافق مع غيرها فتُركت: {count}.</translation>
    </message>
    <message>
        <source>The id of article {article} cannot be read; this one is new.</source>
        <translation>لا يمكن قراءة معرّف المقال {article}؛ وهذا معرّف جديد.</translation>
    </message>
    <message>
        <source>The {column} of article {article} cannot be read, and was left out.</source>
        <translation>لا يمكن قراءة الحقل {column} من المقال {article} فتُرك.</translation>
    </message>
    <message>
        <source>The {column} of article {article} cannot be read; it is what the metadata says.</source>
        <translation>لا يمكن قراءة الحقل {column} من المقال {article}؛ فأُخذ من البيانات الوصفية.</translation>
    </message>
    <message>
        <source>The metadata of article {article} cannot be read; title, source and date are what is left.</source>
        <translation>لا يمكن قراءة البيانات الوصفية للمقال {article}؛ وبقي منها العنوان والمصدر والتاريخ.</translation>
    </message>
    <message>
        <source>A {column} in article {article} cannot be read, and was left out.</source>
        <translation>لا يمكن قراءة حقل {column} في المقال {article} فتُرك.</translation>
    </message>
    <message>
        <source>The {column} of a label cannot be read, and was left out.</source>
        <translation>لا يمكن قراءة الحقل {column} من أحد الوسوم فتُرك.</translation>
    </message>
    <message>
        <source>{path} cannot be made: it is not what was copied.</source>
        <translation>لا يمكن إنشاء {path}: ليس هو ما نُسخ.</translation>
    </message>
    <message>
        <source>{path} has a {kind} that is not Annotator's: {name}. It was not opened.</source>
        <translation>في {path} ما ليس من البرنامج ({kind}): {name}. لم يُفتح.</translation>
    </message>
    <message>
        <source>{path} is damaged: a row of {table} refers to a {parent} that is not there.</source>
        <translation>الملف {path} تالف: صف في {table} يشير إلى {parent} غير موجود.</translation>
    </message>
    <message>
        <source>{path} is damaged: it does not say which project it is.</source>
        <translation>الملف {path} تالف: لا يذكر أي مشروع هو.</translation>
    </message>
    <message>
        <source>{path} is damaged: its index {index} is missing.</source>
        <translation>الملف {path} تالف: الفهرس {index} مفقود.</translation>
    </message>
    <message>
        <source>{path} is damaged: its table {table} is not whole.</source>
        <translation>الملف {path} تالف: الجدول {table} غير كامل.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}</source>
        <translation>الملف {path} تالف: {reason}</translation>
    </message>
    <message>
        <source>{path} is of an older version and was not changed: no backup could be made. {reason}</source>
        <translation>المشروع {path} من إصدار أقدم ولم يُغيَّر: تعذّر إنشاء نسخة احتياطية. {reason}</translation>
    </message>
    <message>
        <source>{path} was not changed, since no backup could be made before. {reason}</source>
        <translation>لم يُغيَّر {path} لأن النسخة الاحتياطية تعذّر إنشاؤها قبل ذلك. {reason}</translation>
    </message>
    <message>
        <source>A folder for backups</source>
        <translation>مجلد للنسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Annotations: {count}</source>
        <translation>التوسيمات: {count}</translation>
    </message>
    <message>
        <source>Annotator ended without closing {name}, as in a power cut. What was shown as saved is saved.</source>
        <translation>انتهى البرنامج دون إغلاق {name}، كما عند انقطاع الكهرباء. وكل ما ظهر أنه محفوظ فهو محفوظ.</translation>
    </message>
    <message>
        <source>Articles in it</source>
        <translation>المقالات فيها</translation>
    </message>
    <message>
        <source>Articles: {count}</source>
        <translation>المقالات: {count}</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>انسخ الآن</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Backups of {name}</source>
        <translation>النسخ الاحتياطية من {name}</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>النسخ الاحتياطية…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>التخلي عنها</translation>
    </message>
    <message>
        <source>Make a copy for this version…</source>
        <translation>أنشئ نسخة لهذا الإصدار…</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>تُنشأ نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>لم يُغلق</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>لا ينقص شيء.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>افتحه</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>مجلد آخر…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Report of errors</source>
        <translation>تقرير الأخطاء</translation>
    </message>
    <message>
        <source>Report of errors…</source>
        <translation>تقرير الأخطاء…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>أنقذ</translation>
    </message>
    <message>
        <source>Rescue a project</source>
        <translation>إنقاذ مشروع</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>أنقذ ما يمكن قراءته…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>استعد نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Restore as…</source>
        <translation>استعد باسم…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>تُستعاد النسخة…</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>احفظ نسخة في مكان آخر…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>حُفظ باسم {path}.</translation>
    </message>
    <message>
        <source>Saved: {articles} articles, {annotations} annotations.</source>
        <translation>حُفظ: المقالات {articles}، والتوسيمات {annotations}.</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>تُحفظ نسخة…</translation>
    </message>
    <message>
        <source>Steps that could not be saved last time: {count}</source>
        <translation>خطوات تعذّر حفظها في المرة السابقة: {count}</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>الملف غير موجود</translation>
    </message>
    <message>
        <source>Two labels have the key {key}; it was left to one of them.</source>
        <translation>لوسمين المفتاح {key}، وبقي لأحدهما.</translation>
    </message>
    <message>
        <source>Gold overlaps {text}, which its only annotator has: fill gold first, then correct it.</source>
        <translation>في المرجع ما يتداخل مع {text} عند الواسم الوحيد: املأ المرجع أولًا ثم صحّحه.</translation>
    </message>
    <message>
        <source>What was in it can still be saved elsewhere.</source>
        <translation>لا يزال ممكنًا حفظ ما كان فيه في مكان آخر.</translation>
    </message>
    <message>
        <source>The project holds {count} edits less than when it was closed here: is it an older copy?</source>
        <translation>في المشروع تعديلات أقل بـ {count} مما كان عند إغلاقه هنا: أهو نسخة أقدم؟</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>لا توجد نسخة احتياطية بعد.</translation>
    </message>
    <message>
        <source>They are kept in {folder}</source>
        <translation>تُحفظ في {folder}</translation>
    </message>
    <message>
        <source>This is what the program wrote down about itself. It never holds words of an article.</source>
        <translation>هذا ما دوّنه البرنامج عن نفسه، وليس فيه أبدًا كلمة من مقال.</translation>
    </message>
    <message>
        <source>What can be read of {broken} is saved as {target}. The file itself stays as it is.</source>
        <translation>يُحفظ ما يمكن قراءته من {broken} باسم {target}، ويبقى الملف نفسه كما هو.</translation>
    </message>
    <message>
        <source>What could not be saved</source>
        <translation>ما تعذّر حفظه</translation>
    </message>
    <message>
        <source>What could not be saved, or not as it was:</source>
        <translation>ما تعذّر حفظه، أو حُفظ على غير ما كان:</translation>
    </message>
    <message>
        <source>{path} is open in another window, which does not answer. If there is none, delete the file {lock}.</source>
        <translation>{path} مفتوح في نافذة أخرى لا تجيب. إن لم تكن هناك نافذة فاحذف الملف {lock}.</translation>
    </message>
    <message>
        <source>{path} is open in another window, which was asked to come forward.</source>
        <translation>{path} مفتوح في نافذة أخرى، وقد طُلب إظهارها.</translation>
    </message>
    <message>
        <source>{path} is open on the computer {host}. If it is not, delete the file {lock}.</source>
        <translation>{path} مفتوح على الحاسوب {host}. إن لم يكن كذلك فاحذف الملف {lock}.</translation>
    </message>
    <message>
        <source>{path} lies in a folder that is copied to other computers, perhaps while it is half written. Keep it elsewhere, and put backups or packages there.</source>
        <translation>يقع {path} في مجلد يُنسخ إلى حواسيب أخرى، وربما نُسخ قبل أن تكتمل كتابته. احفظه في مكان آخر، وضع هناك النسخ الاحتياطية أو حزم العمل.</translation>
    </message>
    <message>
        <source>{path} lies on another computer. Nobody else should work on it there meanwhile; for a team, a server is safer.</source>
        <translation>يقع {path} على حاسوب آخر. ينبغي ألا يعمل عليه أحد غيرك هناك في الوقت نفسه؛ وللفريق الخادم أسلم.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>كل ساعة</translation>
    </message>
    <message>
        <source>When it was closed</source>
        <translation>عند الإغلاق</translation>
    </message>
    <message>
        <source>Before a large change</source>
        <translation>قبل تغيير كبير</translation>
    </message>
    <message>
        <source>Before work was taken in</source>
        <translation>قبل أخذ عمل الآخرين</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>قبل ترقية المشروع</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>لماذا</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>صفحات المساعدة</translation>
    </message>
    <message>
        <source>Find in the help pages</source>
        <translation>ابحث في صفحات المساعدة</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتيجة</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>في النص</translation>
    </message>
    <message>
        <source>{count} {name}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>TATWEEL</source>
        <translation>التطويل</translation>
    </message>
    <message>
        <source>NBSP</source>
        <translation>المسافات غير الفاصلة</translation>
    </message>
    <message>
        <source>NNBSP</source>
        <translation>المسافات الضيقة غير الفاصلة</translation>
    </message>
    <message>
        <source>SHY</source>
        <translation>الشرطات الاختيارية</translation>
    </message>
    <message>
        <source>CGJ</source>
        <translation>روابط المحارف</translation>
    </message>
    <message>
        <source>ALM</source>
        <translation>علامات الاتجاه العربية</translation>
    </message>
    <message>
        <source>ZWSP</source>
        <translation>المسافات بلا عرض</translation>
    </message>
    <message>
        <source>ZWNJ</source>
        <translation>موانع الوصل بلا عرض</translation>
    </message>
    <message>
        <source>ZWJ</source>
        <translation>الواصلات بلا عرض</translation>
    </message>
    <message>
        <source>LRM</source>
        <translation>علامات الاتجاه من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>RLM</source>
        <translation>علامات الاتجاه من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>LRE</source>
        <translation>بدايات التضمين من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>RLE</source>
        <translation>بدايات التضمين من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>نهايات التضمين أو فرض الاتجاه</translation>
    </message>
    <message>
        <source>LRO</source>
        <translation>فرض الاتجاه من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>RLO</source>
        <translation>فرض الاتجاه من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>WJ</source>
        <translation>روابط الكلمات</translation>
    </message>
    <message>
        <source>LRI</source>
        <translation>بدايات العزل من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>RLI</source>
        <translation>بدايات العزل من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>FSI</source>
        <translation>بدايات العزل باتجاه أول حرف</translation>
    </message>
    <message>
        <source>PDI</source>
        <translation>نهايات العزل</translation>
    </message>
    <message>
        <source>BOM</source>
        <translation>علامات ترتيب البايتات</translation>
    </message>
    <message>
        <source>FORM</source>
        <translation>أشكال العرض</translation>
    </message>
    <message>
        <source>“{day}” is no day as YYYY-MM-DD; it was kept as metadata alone</source>
        <translation>«{day}» ليس تاريخًا بصيغة YYYY-MM-DD؛ فحُفظ في البيانات الوصفية فقط</translation>
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

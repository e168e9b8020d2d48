namespace Opora.Api.Features.Imports.Tables;

/// <summary>Fields of a row of a staff list, as indexes into <see cref="MappedItem"/>.</summary>
public static class TeacherField
{
    public const int Code = 0;
    public const int FullName = 1;
    public const int Surname = 2;
    public const int GivenName = 3;
    public const int Patronymic = 4;
    public const int SchoolCode = 5;
    public const int SchoolName = 6;
    public const int Subjects = 7;
    public const int Position = 8;
    public const int Category = 9;
    public const int CategoryOn = 10;
    public const int ExperienceSince = 11;
    public const int Experience = 12;
    public const int StaffSinceOn = 13;
    public const int LeftOn = 14;

    internal static readonly FieldSpec[] Specs =
    [
        new(
            "teacherCode",
            "Код педагога",
            false,
            "Нужен только полным тёзкам: код из выгрузки списка педагогов или слово «новый».",
            "новый"
        )
        {
            Words = ["педагог код", "код учителя", "код сотрудника", "id педагога", "teacher code", "teacher id"],
        },
        new("fullName", "ФИО", false, "Фамилия, имя и отчество полностью.", "Образцова Анна Петровна")
        {
            Words =
            [
                "фамилия имя отчество",
                "ф и о",
                "фио педагога",
                "фио учителя",
                "фио сотрудника",
                "фио работника",
                "фио педагогического работника",
                "фамилия имя отчество педагога",
                "педагог",
                "учитель",
                "сотрудник",
                "full name",
            ],
        },
        new("surname", "Фамилия", false, "Если имя и отчество стоят в других столбцах.", "Образцова") { Words = ["surname", "last name"] },
        new("givenName", "Имя", false, "Имя полностью.", "Анна") { Words = ["first name", "given name"] },
        new("patronymic", "Отчество", false, "Отчество полностью.", "Петровна") { Words = ["patronymic", "middle name"] },
        new("schoolCode", "Код школы", false, "Официальный код школы из реестра.", "160312002")
        {
            Words = ["код оо", "код оу", "код образовательной организации", "код организации", "логин оо", "школа код", "school code"],
        },
        new("schoolName", "Школа", false, "Название школы; годится, если среди ваших школ такая одна.", "МБОУ «СОШ № 2»")
        {
            Words =
            [
                "название школы",
                "наименование школы",
                "наименование оо",
                "наименование оу",
                "оо",
                "оу",
                "образовательная организация",
                "наименование образовательной организации",
                "место работы",
                "school",
                "school name",
            ],
        },
        new("subjects", "Предметы", false, "Через запятую.", "Русский язык, литература")
        {
            Words =
            [
                "предмет",
                "преподаваемый предмет",
                "преподаваемые предметы",
                "учебный предмет",
                "учебные предметы",
                "subjects",
                "subject",
            ],
        },
        new("position", "Должность", false, "Как в штатном расписании.", "учитель")
        {
            Words = ["занимаемая должность", "должность педагога", "position"],
        },
        new("category", "Категория", false, "Высшая, первая, соответствие должности или нет категории.", "первая")
        {
            Words = ["квалификационная категория", "кв категория", "квалификация", "category"],
        },
        new("categoryOn", "Дата присвоения категории", false, "С какого дня действует категория.", "20.12.2019")
        {
            Words = ["дата категории", "категория с", "дата аттестации", "дата присвоения", "категория дата", "присвоена"],
        },
        new("experienceSince", "Год начала стажа", false, "Год, с которого идёт педагогический стаж.", "2004")
        {
            Words =
            [
                "педагогический стаж с год",
                "стаж с",
                "стаж с года",
                "начало стажа",
                "начало педагогического стажа",
                "работает с года",
            ],
        },
        new("experience", "Стаж, лет", false, "Полных лет педагогического стажа.", "17")
        {
            Words =
            [
                "стаж",
                "педагогический стаж",
                "пед стаж",
                "педстаж",
                "стаж работы",
                "стаж педагогической работы",
                "педагогический стаж лет",
            ],
        },
        new("staffSinceOn", "В школе с", false, "День приёма на работу в эту школу.", "01.09.2010")
        {
            Words = ["принят", "дата приема", "дата приема на работу", "работает с", "в должности с", "принят на работу"],
        },
        new("leftOn", "Уволен с", false, "Пусто, если работает.", "31.08.2021")
        {
            Words = ["не работает с", "дата увольнения", "уволен", "выбыл", "уволен дата"],
        },
    ];

    internal static readonly FieldChoice[] Choices =
    [
        new([FullName, Surname], "Укажите имя: столбец с ФИО или столбцы с фамилией, именем и отчеством."),
        new([SchoolCode, SchoolName], "Укажите школу: столбец с её кодом или названием или одну школу для всей таблицы."),
    ];
}

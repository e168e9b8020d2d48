namespace Opora.Api.Features.Imports.Tables;

/// <summary>Fields of a school in a list of supported schools, as indexes into <see cref="MappedItem"/>.</summary>
public static class CohortMemberField
{
    public const int Period = 0;
    public const int OrderNumber = 1;
    public const int OrderDate = 2;
    public const int CohortName = 3;
    public const int SchoolCode = 4;
    public const int Category = 5;
    public const int EnteredOn = 6;
    public const int Reason = 7;

    internal static readonly FieldSpec[] Specs =
    [
        new("period", "Период", true, "Год или учебный год поддержки.", "2019")
        {
            Words = ["учебный год", "год", "год поддержки", "период поддержки", "year"],
        },
        new("orderNumber", "Номер приказа", true, "Номер приказа, утвердившего перечень.", "пол-247/19")
        {
            Words = ["приказ", "№ приказа", "приказ номер", "реквизиты приказа"],
        },
        new("orderDate", "Дата приказа", true, "День, месяц и год приказа.", "18.02.2019")
        {
            Words = ["приказ дата", "дата утверждения", "приказ от"],
        },
        new(
            "cohortName",
            "Название перечня",
            false,
            "Как называть перечень; пусто — по году и приказу.",
            "Школы с низкими результатами 2019"
        )
        {
            Words = ["перечень", "наименование перечня", "список", "когорта", "cohort"],
        },
        new("schoolCode", "Код школы", true, "Официальный код школы из реестра.", "160312002")
        {
            Words = ["код", "код оо", "код оу", "код образовательной организации", "логин", "логин оо", "огрн", "school code"],
        },
        new("category", "Категория", true, "Низкие результаты, неблагоприятные условия или обе.", "низкие результаты")
        {
            Words = ["категория школы", "статус", "группа", "тип поддержки", "category"],
        },
        new("enteredOn", "Дата включения", false, "С какого дня школа в перечне; пусто — со дня приказа.", "18.02.2019")
        {
            Words = ["включена", "включена с", "дата вхождения", "дата входа", "с какого числа"],
        },
        new("reason", "Основание", false, "Почему школа включена.", "по результатам ВПР и ОГЭ")
        {
            Words = ["причина", "обоснование", "комментарий", "примечание"],
        },
    ];
}

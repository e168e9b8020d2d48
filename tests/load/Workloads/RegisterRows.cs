using System.Data.Common;

namespace Opora.Load.Workloads;

/// <summary>
/// 40,000 teachers, 2,000 runs of 200 courses and 120,000 enrolments, loaded by statements of the engine. Numbers look like chance and are
/// the same in every run; names are put together from neutral lists.
/// </summary>
internal static class RegisterRows
{
    private const int Courses = 200;
    private const int RunsEach = 10;
    private const int Seats = 60;

    /// <summary>The year whose runs are over and have their results.</summary>
    public const int FinishedYear = 2025;

    private const string Surnames =
        "Абрамова Алексеева Борисова Васильева Власова Волкова Гаврилова Гусева Давыдова Егорова Жукова Зайцева Захарова Иванова Ильина Калинина Карпова Киселёва Ковалёва Комарова Крылова Лебедева Макарова Мельникова Миронова Морозова Никитина Новикова Орлова Павлова Петрова Романова Семёнова Соколова Тарасова Фёдорова Яковлева";
    private const string Names =
        "Алина Алла Анастасия Анна Валентина Валерия Вера Виктория Галина Дарья Диана Екатерина Елена Жанна Зоя Инна Ирина Клара Лариса Лидия Любовь Марина Мария Надежда Наталья Ольга Светлана Татьяна Юлия";
    private const string Patronymics =
        "Алексеевна Андреевна Борисовна Вадимовна Васильевна Викторовна Геннадьевна Григорьевна Дмитриевна Ивановна Игоревна Константиновна Леонидовна Максимовна Михайловна Николаевна Олеговна Павловна Петровна Романовна Сергеевна Тимофеевна Юрьевна";
    private const string Subjects = "russian mathematics physics chemistry biology history geography english informatics literature";

    /// <summary>Loads all of them.</summary>
    /// <param name="target">The engine.</param>
    /// <param name="connection">Open, on the database of a product with schools.</param>
    /// <param name="teachers">How many teachers.</param>
    public static async Task Load(Target target, DbConnection connection, int teachers)
    {
        var (id, region) = (target.NewId, Operator.RegionCode);
        await using var transaction = await connection.BeginTransactionAsync();
        await Number("numbered_schools", """select "Id", "MunicipalityCode", row_number() over (order by "Code") - 1 as no from schools""");
        var schools = await Run("update numbered_schools set no = no");
        await Run(
            $"""
            insert into teachers ("Id", "RegionCode", "MunicipalityCode", "SchoolId", "Name", "SearchName", "Surname", "SortName", "SubjectCodes",
              "Category", "Version")
            with recursive n(no) as (select 0 union all select no + 1 from n where no + 1 < {teachers}),
              surname(no, word, folded) as (values {Rows(Surnames)}), name(no, word, folded) as (values {Rows(Names)}),
              patronymic(no, word, folded) as (values {Rows(Patronymics)}), subject(no, word, folded) as (values {Rows(Subjects)})
            select {id}, '{region}', school."MunicipalityCode", school."Id", surname.word || ' ' || name.word || ' ' || patronymic.word,
              ' ' || surname.folded || ' ' || name.folded || ' ' || patronymic.folded || ' ', surname.folded,
              surname.folded || ' ' || name.folded || ' ' || patronymic.folded, ' ' || subject.word || ' ', 'First', 1
            from n join numbered_schools school on school.no = n.no % {schools}
              join surname on surname.no = n.no % 37 join name on name.no = (n.no / 37) % 29
              join patronymic on patronymic.no = (n.no / 1073) % 23 join subject on subject.no = (n.no / 7) % 10
            """
        );
        await Run(
            $"""
            insert into courses ("Id", "RegionCode", "Title", "SearchName", "SortName", "Hours", "Form", "SubjectCodes", "DeficitCodes", "Version")
            with recursive n(no) as (select 1 union all select no + 1 from n where no < {Courses})
            select {id}, '{region}', 'Курс ' || no, ' курс ' || no || ' ', 'курс ' || substr('000' || no, -3), 36, 'InPerson', ' russian ', ' ', 1 from n
            """
        );
        for (var run = 0; run < RunsEach; run++)
        {
            var (year, month, state) = run < RunsEach / 2 ? (FinishedYear, run + 1, "Finished") : (FinishedYear + 1, run + 1, "Open");
            await Run(
                $"""
                insert into course_runs ("Id", "RegionCode", "CourseId", "StartsOn", "EndsOn", "Place", "Seats", "Taken", "Waiting", "State", "Version")
                select {id}, '{region}', "Id", '{year}-{month:00}-05', '{year}-{month:00}-15', 'Учебный корпус', {Seats}, {Seats}, 0, '{state}', 1
                from courses where "Title" like 'Курс %'
                """
            );
        }
        await Number(
            "numbered_teachers",
            """select "Id", "MunicipalityCode", "SchoolId", row_number() over (order by "SortName", "Id") - 1 as no from teachers"""
        );
        await Run(
            $"""
            insert into enrolments ("Id", "RegionCode", "MunicipalityCode", "SchoolId", "RunId", "TeacherId", "State", "Confirmed", "AskedAt", "Version")
            with recursive seat(no) as (select 0 union all select no + 1 from seat where no + 1 < {Seats}),
              run as (select "Id", "State", row_number() over (order by "StartsOn", "CourseId") as no from course_runs)
            select {id}, '{region}', teacher."MunicipalityCode", teacher."SchoolId", run."Id", teacher."Id",
              case when run."State" = 'Open' then 'Enrolled' when seat.no % 5 = 0 then 'NotCompleted' else 'Completed' end,
              (1 = 1), '{FinishedYear}-01-01 00:00:00', 1
            from run cross join seat cross join numbered_teachers teacher
            where teacher.no = ((run.no * {Seats} + seat.no) * 7919) % {teachers}
            """
        );
        await transaction.CommitAsync();

        // Rows that are joined by a number are looked up by it: joining on a counted one takes minutes.
        async Task Number(string table, string rows)
        {
            await Run($"create temporary table {table} as {rows}");
            await Run($"create unique index {table}_no on {table} (no)");
        }

        async Task<int> Run(string statement)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            command.CommandTimeout = 0;
            return await command.ExecuteNonQueryAsync();
        }
    }

    private static string Rows(string words) =>
        string.Join(", ", words.Split(' ').Select((word, no) => $"({no}, '{word}', '{word.ToLowerInvariant().Replace('ё', 'е')}')"));
}

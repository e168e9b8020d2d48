using Opora.Load;

if (args is [BareServer.Word])
{
    await BareServer.Run();
    return 0;
}

Options options;
try
{
    options = Options.Parse(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var data = options.Smoke ? new SampleData(40, 3, options.Rows) : new SampleData(3_000, 45, options.Rows);
List<Target> targets = [];
if (options.Sqlite)
    targets.Add(new SqliteTarget(data));
if (options.PostgreSql is { } server)
    targets.Add(new PostgreSqlTarget(data, server));

foreach (var target in targets)
{
    await using (target)
    {
        var figures = await new Bench(target, data, options).Run();
        Table.Print(
            Console.Out,
            $"{target.Name}, {data.Results.Count:#,0} results of {data.Schools:#,0} schools, median of {options.Repeats}",
            figures
        );
    }
}

return 0;

using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Opora.Persistence.Engines;

/// <summary>Runs the statements of the bulk writers on the context's own connection and transaction.</summary>
internal static class BulkCommands
{
    // A rollback of a million rows is one statement.
    private const int LongestSeconds = 600;

    public static async Task<int> Execute(
        this AppDbContext db,
        string sql,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters
    )
    {
        await using var command = await db.Command(sql, parameters, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<object?> Scalar(
        this AppDbContext db,
        string sql,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters
    )
    {
        await using var command = await db.Command(sql, parameters, cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    public static async Task Read(
        this AppDbContext db,
        string sql,
        Action<DbDataReader> row,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters
    )
    {
        await using var command = await db.Command(sql, parameters, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            row(reader);
    }

    private static async Task<DbCommand> Command(
        this AppDbContext db,
        string sql,
        (string Name, object Value)[] parameters,
        CancellationToken cancellationToken
    )
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await db.Database.OpenConnectionAsync(cancellationToken);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = LongestSeconds;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            db.Bulk.Bind(parameter, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}

namespace Opora.Api.Files;

/// <summary>The service that keeps contents of files did not do what it was asked to.</summary>
internal sealed class FileStoreDown(Exception cause) : Exception(cause.Message, cause);

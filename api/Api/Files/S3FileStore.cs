using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Opora.Api.Http;

namespace Opora.Api.Files;

/// <summary>Contents as objects of one bucket of an S3-compatible service.</summary>
internal sealed class S3FileStore(S3Settings settings) : IFileStore, IDisposable
{
    private readonly AmazonS3Client _s3 = new(
        new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.ServiceUrl,
            AuthenticationRegion = settings.Region,
            // Services other than Amazon's answer at one host, and know no checksums beside the signed one.
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromSeconds(30),
            MaxErrorRetry = 1,
        }
    );

    public Task Keep(Guid id, string path, CancellationToken cancellationToken) =>
        Answered(() =>
            _s3.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = settings.Bucket,
                    Key = KeyOf(id),
                    FilePath = path,
                    UseChunkEncoding = false,
                },
                cancellationToken
            )
        );

    public async Task<Stream?> Open(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var found = await Answered(() => _s3.GetObjectAsync(settings.Bucket, KeyOf(id), cancellationToken));
            return found.ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task Delete(Guid id, CancellationToken cancellationToken) =>
        Answered(() => _s3.DeleteObjectAsync(settings.Bucket, KeyOf(id), cancellationToken));

    public void Dispose() => _s3.Dispose();

    // What went wrong there is for the log of the service's keeper; a person only has to try later.
    private static async Task<T> Answered<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e)
            when (e is AmazonServiceException or AmazonClientException or HttpRequestException
                && e is not AmazonS3Exception { StatusCode: HttpStatusCode.NotFound }
            )
        {
            throw new FileStoreDown(e);
        }
    }

    private string KeyOf(Guid id) => settings.Prefix + id.ToString("N");
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DroneFarm.Station;

/// <summary>The built pages, held in memory and compressed once: a tablet on a weak Wi-Fi loads little, and the laptop does the work one time.</summary>
public sealed class WebFiles
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
    };

    private readonly Dictionary<string, Held> files = [];

    public WebFiles(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = "/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
            files[name] = Held.Of(name, File.ReadAllBytes(path), Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream"));
        }
    }

    /// <summary>False where the program was built without Node.js.</summary>
    public bool AreThere => files.ContainsKey("/index.html");

    /// <summary>Answers with a page's file; any address that is no file is the page itself, which finds its way by its address.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        var name = context.Request.Path.Value ?? "/";
        if (!files.TryGetValue(name, out var file) && !files.TryGetValue("/index.html", out file))
        {
            await SayMissingAsync(context.Response);
            return;
        }

        var response = context.Response;
        response.ContentType = file.Type;
        response.Headers.ETag = file.Tag;
        response.Headers.CacheControl = name.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var brotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (brotli) response.Headers.ContentEncoding = "br";
        var bytes = brotli ? file.Brotli : file.Plain;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes);
    }

    private static async Task SayMissingAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(
            "<!doctype html><meta charset=utf-8><title>DroneFarm</title><body style=\"font:18px sans-serif;margin:3em;max-width:40em\"><h1>DroneFarm</h1>"
            + "<p>The pages were not built: Node.js was not there when the program was built. Install Node.js 20 or later and run <code>dotnet build</code> again.</p>"
            + "<p>页面没有生成：编译时没有找到 Node.js。请安装 Node.js 20 或更高版本，再运行 <code>dotnet build</code>。</p>");
    }

    private sealed record Held(string Type, byte[] Plain, byte[] Brotli, string Tag)
    {
        public static Held Of(string name, byte[] plain, string type)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(plain);
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}-{Encoding.UTF8.GetByteCount(name)}\"";
            return new Held(type, plain, packed.ToArray(), tag);
        }
    }
}

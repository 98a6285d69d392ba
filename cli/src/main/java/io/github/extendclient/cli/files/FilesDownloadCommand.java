package io.github.extendclient.cli.files;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.EachArgument;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.v20260209.model.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads files. */
@Command(
    name = "download",
    sortOptions = false,
    header = "Download files.",
    description = "Downloads files by their IDs.",
    footer = {
      "",
      "Examples:",
      "  extend files download file_… --out originals",
      "  extend files download " + DemoIds.INVOICE + " --demo"
    })
public final class FilesDownloadCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "IDs of files.")
  private List<String> ids = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where to write the files, each under its own name (default: this folder).")
  private Path folder = Path.of(".");

  @Option(names = "--replace", description = "Replace files that exist.")
  private boolean replace;

  private final Set<Path> written = new HashSet<>();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public FilesDownloadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Connection connection = Connection.open(shell, common)) {
      Files.createDirectories(folder);
      return EachArgument.run(ids, shell, id -> download(connection.extend(), id));
    } catch (IOException e) {
      throw FileFailure.unwritable("The folder " + folder, e);
    }
  }

  private boolean download(ExtendClient extend, String id) {
    File file = extend.files().retrieve(id);
    String url = file.getPresignedUrl();
    if (url == null) {
      throw new CommandFailure(
          ExitCode.SOME_FAILED, "The file " + id + " has no content to download.");
    }
    Path target = folder.resolve(safeName(file.getName()));
    if (!written.add(target)) {
      throw new CommandFailure(
          ExitCode.FILE,
          "The file "
              + id
              + " has the name of another one, "
              + target
              + ": download it into another folder.");
    }
    if (Files.exists(target) && !replace) {
      throw new CommandFailure(
          ExitCode.FILE, target + " exists: add --replace, or name another folder with --out.");
    }
    long bytes = extend.download(url).to(target);
    shell
        .out()
        .println(
            shell.terminal().isOutput()
                ? target + "  " + Wording.number(bytes) + " bytes"
                : target.toString());
    return true;
  }

  /** The last part of the name, which never leads out of the folder. */
  private static String safeName(String name) {
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "_");
    return last.isBlank() || last.matches("\\.+") ? "file" : last;
  }
}

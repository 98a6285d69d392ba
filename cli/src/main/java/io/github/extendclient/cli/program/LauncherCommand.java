package io.github.extendclient.cli.program;

import io.github.extendclient.cli.operation.OperationIndex;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Shell;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code launcher}. */
@Command(
    name = "launcher",
    sortOptions = false,
    header = "Print a script that starts this program as extend.",
    description = {
      "Prints a shell script that starts this jar. At its first start it makes a class data archive"
          + " in ~/.cache/extend, with which later starts are faster."
    },
    footer = {
      "",
      "Example:",
      "  java -jar extend.jar launcher > ~/bin/extend && chmod +x ~/bin/extend"
    })
public final class LauncherCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public LauncherCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell
        .out()
        .print(
            """
            #!/bin/sh
            # Starts extend with a class data archive, which the first start makes.
            # Java needs a UTF-8 locale to open files whose names have other letters.
            case "${LC_ALL:-${LC_CTYPE:-$LANG}}" in
              *[Uu][Tt][Ff]*) ;;
              *) export LC_ALL=C.UTF-8 ;;
            esac
            jar='%s'
            java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
            cache="${XDG_CACHE_HOME:-$HOME/.cache}/extend"
            archive="$cache/%s-%s.jsa"
            if [ ! -f "$archive" ] || [ "$jar" -nt "$archive" ]; then
              mkdir -p "$cache" && rm -f "$archive"
              "$java" -XX:ArchiveClassesAtExit="$archive" -Xshare:auto -Xlog:disable -Xlog:all=off \\
                -jar "$jar" call files_list --demo > /dev/null 2>&1
            fi
            exec "$java" -XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:disable -Xlog:all=off \\
              -XX:TieredStopAtLevel=1 -jar "$jar" "$@"
            """
                .formatted(
                    jar().toString().replace("'", "'\\''"),
                    OperationIndex.programVersion(),
                    Runtime.version().feature()));
    return ExitCode.DONE;
  }

  private static Path jar() {
    try {
      Path jar =
          Path.of(
              LauncherCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        return jar.toAbsolutePath();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    throw CommandFailure.usage("The program was not started from a jar: run java -jar extend.jar.");
  }
}

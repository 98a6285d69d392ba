package io.github.extendclient.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output of {@code extend completion}, in bash and zsh. */
@Timeout(60)
class CompletionIT {
  /** Presses the tab key in a new zsh, and prints the screen. */
  private static final String ZSH =
      """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PS1='> '; autoload -Uz compinit && compinit -u -D; source ./completion; print RE''ADY"
      zpty -r shell drawn '*READY*'
      zpty -w -n shell "$1"$'\\t\\t'
      zpty -r shell drawn "*$2*" && print FOUND
      zpty -d shell
      """;

  /** Calls the function that bash calls for the tab key. */
  private static final String BASH =
      """
      source ./completion
      COMP_WORDS=($1)
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="$1"
      COMP_POINT=${#COMP_LINE}
      COMP_TYPE=9
      _complete_extend
      for reply in "${COMPREPLY[@]}"; do [[ "${reply% }" == "$2" ]] && echo FOUND; done
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "zsh, extend split-, split-pdf",
    "zsh, extend parse --jou, --journal",
    "zsh, extend call parseRuns_c, parseRuns_createBatch",
    "zsh, extend runs wa, watch",
    "bash, extend split-, split-pdf",
    "bash, extend parse --jou, --journal",
    "bash, extend call parseRuns_c, parseRuns_createBatch",
    "bash, extend runs wa, watch"
  })
  void completes(String shell, String typed, String completed) throws Exception {
    assumeThat(isInstalled(shell)).as(shell + " is installed").isTrue();
    Process completion =
        JarProcess.of(List.of("completion"))
            .redirectOutput(folder.resolve("completion").toFile())
            .start();
    assertThat(completion.waitFor()).isZero();
    Path script = Files.writeString(folder.resolve("script"), shell.equals("zsh") ? ZSH : BASH);

    Process process =
        new ProcessBuilder(shell, script.toString(), typed, completed)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();

    assertThat(JarProcess.output(process)).endsWith("FOUND\n");
  }

  private static boolean isInstalled(String shell) throws IOException {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
  }
}

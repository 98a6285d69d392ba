package io.github.extendclient.examples.kotlin

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.readLines
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Kotlin reads the nullness of the client's Java: without any flag, a mistake is an error. */
class NullSafetyTest(@param:TempDir private val output: Path) {
    private val source = Path.of("src", "test", "resources", "nullness.kt")

    @Test
    fun `a mistake about null does not compile`() {
        val messages = ByteArrayOutputStream()

        val exit =
            K2JVMCompiler()
                .exec(
                    PrintStream(messages, true, Charsets.UTF_8),
                    "-no-stdlib",
                    "-no-reflect",
                    "-Werror",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    "$output",
                    "$source",
                )

        assertThat(errorLines("$messages")).describedAs("$messages").isEqualTo(refusedLines())
        assertThat(exit).isEqualTo(ExitCode.COMPILATION_ERROR)
    }

    private fun refusedLines(): List<Int> =
        source.readLines().withIndex().filter { it.value.endsWith("// refused") }.map { it.index + 1 }

    private fun errorLines(messages: String): List<Int> =
        Regex("""nullness\.kt:(\d+):\d+: error:""").findAll(messages).map { it.groupValues[1].toInt() }.toList()
}

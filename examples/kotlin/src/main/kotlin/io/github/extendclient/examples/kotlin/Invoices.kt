package io.github.extendclient.examples.kotlin

import io.github.extendclient.ExtendClient
import io.github.extendclient.Poller
import io.github.extendclient.extraction.Description
import io.github.extendclient.extraction.ExtractionSchema
import io.github.extendclient.runtime.Run
import io.github.extendclient.runtime.Upload
import io.github.extendclient.testing.ExtendServer
import io.github.extendclient.v20260209.api.ExtractRunsApi
import io.github.extendclient.v20260209.api.ParseRunsApi
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest
import io.github.extendclient.v20260209.model.File
import io.github.extendclient.v20260209.model.FileFromId
import io.github.extendclient.v20260209.model.ParseRun
import io.github.extendclient.v20260209.model.ParseRunCreateRequest
import java.math.BigDecimal
import java.time.Duration
import java.time.LocalDate
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking

/** What is wanted of an invoice. The client takes records, which these data classes are. */
@JvmRecord
data class Invoice(
    val invoiceNumber: String?,
    val invoiceDate: LocalDate?,
    @field:Description("The amount due, never the subtotal") val totalDue: BigDecimal?,
)

/** Reads documents and leaves nothing behind. */
class Invoices(private val extend: ExtendClient, private val poller: Poller) {
    /** The text of all pages; waits without holding a thread. */
    suspend fun text(document: Upload): String = using(document) { file ->
        val request = ParseRunCreateRequest.builder().file(file.asInput()).build()
        val run = extend.parseRuns().createAndPollAsync(request, poller).await()
        try {
            run.text() ?: error("${file.name} cannot be parsed: ${run.failureMessage}")
        } finally {
            extend.parseRuns().deleteAsync(run.id).await()
        }
    }

    /** The fields, as an object of this program. */
    suspend fun fields(document: Upload): Invoice = using(document) { file ->
        val request =
            ExtractRunCreateRequest.builder()
                .file(file.asInput())
                .config(SCHEMA.config().build())
                .build()
        val run = extend.extractRuns().createAndPollAsync(request, poller).await()
        try {
            SCHEMA.read(run).value()
        } finally {
            extend.extractRuns().deleteAsync(run.id).await()
        }
    }

    /** The IDs of all parse runs and then of all extract runs, read page by page as they are asked for. */
    fun runIds(): Sequence<String> {
        val parseRuns = extend.pages(extend.parseRuns()::list, ParseRunsApi.ListParams.builder().build())
        val extractRuns = extend.pages(extend.extractRuns()::list, ExtractRunsApi.ListParams.builder().build())
        val runs: Sequence<Run> = parseRuns.asSequence() + extractRuns.asSequence()
        return runs.map { it.id }
    }

    private suspend fun <T> using(document: Upload, block: suspend (File) -> T): T {
        val file = extend.files().uploadAsync(document).await()
        try {
            return block(file)
        } finally {
            extend.files().deleteAsync(file.id).await()
        }
    }

    private companion object {
        val SCHEMA: ExtractionSchema<Invoice> = ExtractionSchema.of(Invoice::class.java)

        fun File.asInput(): FileFromId = FileFromId.builder().id(id).build()

        /** The output is null until the run has ended well; the compiler insists on it. */
        fun ParseRun.text(): String? = output?.chunks?.joinToString("\n") { it.content }
    }
}

fun main(): Unit = runBlocking {
    val document =
        Upload.of(
            "invoice.md",
            """
            # Invoice

            Invoice number: INV-2026-0417
            Invoice date: 2026-04-17
            Total due: 1522.80
            """
                .trimIndent()
                .toByteArray(),
        )
    ExtendServer.start().use { server ->
        ExtendClient.builder().apiKey(server.apiKey()).baseUrl("${server.url()}").build().use {
            val invoices = Invoices(it, Poller.upTo(Duration.ofMinutes(1)))
            println(invoices.text(document))
            println(invoices.fields(document))
        }
    }
}

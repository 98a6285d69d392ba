package io.github.extendclient.examples.scala

import io.github.extendclient.{ExtendClient, Poller}
import io.github.extendclient.runtime.Upload
import io.github.extendclient.testing.ExtendServer
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.{AfterEach, Test}

import java.nio.charset.StandardCharsets.UTF_8
import java.time.Duration
import scala.concurrent.duration.DurationInt
import scala.concurrent.{Await, ExecutionContext}

class InvoicesTest:
  private given ExecutionContext = ExecutionContext.global

  private val server = ExtendServer.start()
  private val extend =
    ExtendClient.builder.apiKey(server.apiKey).baseUrl(server.url.toString).build
  private val invoices = Invoices(
    extend,
    Poller.builder.timeout(Duration.ofSeconds(30)).interval(Duration.ofMillis(100)).build
  )
  private val document =
    Upload.of("invoice.md", "Invoice number: 7\nTotal due: 3.50\n".getBytes(UTF_8))

  @AfterEach def stop(): Unit =
    extend.close()
    server.close()

  @Test def readsTheTextAndDeletesWhatItMade(): Unit =
    val text = Await.result(invoices.text(document), 30.seconds)

    assertThat(text.merge).contains("Invoice number: 7")
    assertThat(text.isRight).isTrue
    assertThat(server.count("DELETE /parse_runs/{id}")).isOne
    assertThat(server.count("DELETE /files/{id}")).isOne
    assertThat(invoices.runIds.hasNext).isFalse

  @Test def readsTheFieldsAndDeletesWhatItMade(): Unit =
    val schema =
      """{
        |  "type": "object",
        |  "properties": {
        |    "total_due": {"type": ["number", "null"], "description": "Total due"}
        |  },
        |  "required": ["total_due"],
        |  "additionalProperties": false
        |}""".stripMargin

    val fields = invoices.fields(document, schema)

    assertThat(fields("total_due").toString).isEqualTo("3.50")
    assertThat(server.count("DELETE /extract_runs/{id}")).isOne
    assertThat(server.count("DELETE /files/{id}")).isOne

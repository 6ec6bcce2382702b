package expunge.local.function;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Messages as Lambda hands them to a function. */
final class SqsEvents {
  private SqsEvents() {}

  static SQSEvent of(List<Message> messages, String queueArn) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(message -> record(message, queueArn)).toList());
    return event;
  }

  private static SQSMessage record(Message message, String queueArn) {
    SQSMessage event = new SQSMessage();
    event.setMessageId(message.messageId());
    event.setReceiptHandle(message.receiptHandle());
    event.setBody(message.body());
    event.setMd5OfBody(message.md5OfBody());
    event.setMd5OfMessageAttributes(message.md5OfMessageAttributes());
    event.setAttributes(message.attributesAsStrings());
    event.setMessageAttributes(attributes(message.messageAttributes()));
    event.setEventSource("aws:sqs");
    event.setEventSourceArn(queueArn);
    event.setAwsRegion(queueArn.split(":", -1)[3]);
    return event;
  }

  private static Map<String, MessageAttribute> attributes(
      Map<String, MessageAttributeValue> attributes) {
    return attributes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
  }

  private static MessageAttribute attribute(MessageAttributeValue value) {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setDataType(value.dataType());
    attribute.setStringValue(value.stringValue());
    if (value.binaryValue() != null) {
      attribute.setBinaryValue(value.binaryValue().asByteBuffer());
    }
    attribute.setStringListValues(List.of());
    attribute.setBinaryListValues(List.of());
    return attribute;
  }
}

package dev.callout.platform.rights;

import dev.callout.platform.http.CalloutHeaders;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes on each command from which device it came and by how much that one's clock was ahead, if the sender says so. */
@Component
class ReportingDevice implements HandlerInterceptor, WebMvcConfigurer, MessageDispatchInterceptor<CommandMessage<?>> {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ATTRIBUTE = ReportingDevice.class.getName();

    private final Clock clock;

    ReportingDevice(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var device = request.getHeader(CalloutHeaders.DEVICE);
        var time = request.getHeader(CalloutHeaders.DEVICE_TIME);
        if (device == null && time == null) {
            return true;
        }
        var said = new HashMap<String, Object>();
        if (device != null) {
            said.put(Actors.DEVICE, id(device));
        }
        if (time != null) {
            said.put(Actors.CLOCK_SKEW, skewMillis(time));
        }
        request.setAttribute(ATTRIBUTE, Map.copyOf(said));
        return true;
    }

    private static String id(String device) {
        if (!ID.matcher(device).matches()) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "Callout-Device takes an id of up to 64 letters, digits, dots, dashes and underscores.");
        }
        return device;
    }

    private long skewMillis(String time) {
        try {
            return Duration.between(clock.instant(), OffsetDateTime.parse(time).toInstant())
                    .toMillis();
        } catch (DateTimeException unreadable) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "Callout-Device-Time takes a time with its offset, such as 2026-03-02T09:00:00Z.");
        }
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        var said = ofThisRequest();
        return (index, message) -> said.isEmpty() ? message : message.andMetaData(said);
    }

    @SuppressWarnings("unchecked") // nobody else sets this attribute
    private static Map<String, Object> ofThisRequest() {
        var request = RequestContextHolder.getRequestAttributes();
        var said = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return said == null ? Map.of() : (Map<String, Object>) said;
    }
}

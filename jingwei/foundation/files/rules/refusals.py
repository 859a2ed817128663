"""Why a file is not taken, not shown or not released. Nothing is half stored in any of these."""

from jingwei.foundation.files.contracts import FileKind
from jingwei.kernel.errors import DomainError, Invalid, NotFound

KIND_NAMES = {
    FileKind.PHOTO: ("照片", "photo"),
    FileKind.VIDEO: ("视频", "video"),
    FileKind.VOICE: ("语音", "voice message"),
    FileKind.DOCUMENT: ("PDF文件", "PDF"),
}


class TooLarge(Invalid):
    code = "files.too_large"
    message = "{name}有{size_mb}MB，超过了上限{limit_mb}MB。请压缩、裁剪或分段后重新上传。"
    message_en = "The {name_en} has {size_mb} MB; {limit_mb} MB are allowed. Compress, crop or split it and upload again."
    status = 413


class EmptyFile(Invalid):
    code = "files.empty"
    message = "文件是空的。请重新选择文件。"
    message_en = "The file is empty. Choose it again."


class UnsupportedKind(Invalid):
    code = "files.unsupported_kind"
    message = (
        "不支持这种文件。可以上传：照片（JPEG、PNG、WebP、HEIC）、视频（MP4、MOV、WebM）、"
        "语音（M4A、MP3、AMR、WAV、OGG）、PDF。请转换格式后重新上传。"
    )
    message_en = (
        "This kind of file is not taken. Allowed: photos (JPEG, PNG, WebP, HEIC), video (MP4, MOV, WebM), "
        "voice (M4A, MP3, AMR, WAV, OGG) and PDF. Convert it and upload again."
    )
    status = 415


class NotAnImage(Invalid):
    code = "files.not_an_image"
    message = "文件名是图片，内容却不是可以打开的图片。请重新拍摄或另存为JPEG后上传。"
    message_en = "Named as a picture, but its content does not open as one. Take it again or save it as JPEG."


class TooManyPixels(Invalid):
    code = "files.too_many_pixels"
    message = "图片为{width}×{height}像素，超过了{limit_mp}百万像素的上限。请缩小后重新上传。"
    message_en = "The picture has {width}×{height} pixels; {limit_mp} million are allowed. Make it smaller and upload again."
    status = 413


class NotAVideo(Invalid):
    code = "files.not_a_video"
    message = "视频无法打开，可能没有传完、已损坏或画面过大。请重新录制或另存为MP4（不超过4K）后上传。"
    message_en = (
        "The video does not open: it may be incomplete, damaged or its picture too large. "
        "Record it again or save it as MP4 (4K at most)."
    )


class VideoTooLong(Invalid):
    code = "files.video_too_long"
    message = "视频超过{limit_seconds}秒。请截取关键片段后重新上传。"
    message_en = (
        "The video is longer than {limit_seconds} seconds. Cut out the part that matters and upload again."
    )


class NotAVoice(Invalid):
    code = "files.not_a_voice"
    message = "语音无法播放，可能没有传完或已损坏。请重新录音后上传。"
    message_en = "The recording does not play: it may be incomplete or damaged. Record it again."


class VoiceTooLong(Invalid):
    code = "files.voice_too_long"
    message = "语音超过{limit_seconds}秒。请分段录制后上传。"
    message_en = "The recording is longer than {limit_seconds} seconds. Record it in parts."


class NotADocument(Invalid):
    code = "files.not_a_document"
    message = "PDF无法打开，可能没有传完或已损坏。请重新导出后上传。"
    message_en = "The PDF does not open: it may be incomplete or damaged. Export it again."


class DocumentLocked(Invalid):
    code = "files.document_locked"
    message = "PDF设有密码或权限限制，无法检查。请取消加密后重新上传。"
    message_en = "The PDF is encrypted and cannot be checked. Remove its password and upload again."


class DocumentActive(Invalid):
    code = "files.document_active"
    message = "PDF中含有会自动运行的内容（{found}），不能接收。请用“打印为PDF”另存后上传。"
    message_en = (
        "The PDF carries active content ({found}) and is not taken. Print it to a new PDF and upload that."
    )


class MaskingUnavailable(DomainError):
    """The red line: without a working detector no picture is stored at all."""

    code = "files.masking_unavailable"
    message = "人脸和车牌遮挡暂时不可用，文件没有保存。请先提交文字，稍后补传照片。"
    message_en = (
        "Masking of faces and plates is not available at the moment, so the file was not stored. "
        "Send your words first and add the picture later."
    )
    status = 503


class MaskingTooSlow(DomainError):
    code = "files.masking_too_slow"
    message = "视频遮挡处理超时，文件没有保存。请截取更短的片段，或改传照片。"
    message_en = "Masking this video took too long, so it was not stored. Cut it shorter or send photos."
    status = 422


class MaskingBusy(DomainError):
    code = "files.masking_busy"
    message = "正在处理其他人的文件，请在{seconds}秒后重新上传。"
    message_en = "Other files are being masked; upload again in {seconds} seconds."
    status = 429


class CannotMask(Invalid):
    code = "files.cannot_mask"
    message = "只有照片可以画框遮挡。这个文件请保持“不公开”，或请上传人重新提交。"
    message_en = (
        "Only photos can be masked by drawing boxes. Keep this file unpublished or ask for a new one."
    )


class BadBoxes(Invalid):
    code = "files.bad_boxes"
    message = "遮挡框有误：{reason}。请在图片范围内重新画框。"
    message_en = "The boxes are not usable: {reason}. Draw them again inside the picture."


class NoThumbnail(DomainError):
    code = "files.no_thumbnail"
    message = "这个文件没有该尺寸的缩略图。可用尺寸：{sizes}（仅照片和视频）。"
    message_en = "This file has no thumbnail of that size. Sizes: {sizes} (photos and videos only)."
    status = 404


class PastRetention(NotFound):
    code = "files.past_retention"
    message = "这个文件已过保存期，内容已删除。办理经过仍可查看。"
    message_en = (
        "The content of this file was deleted at the end of its retention. The course of the matter stays."
    )


class NotAttachable(Invalid):
    code = "files.not_attachable"
    message = "有附件不存在、已被使用或不是您上传的：{file_ids}。请重新上传这些附件。"
    message_en = (
        "Some attachments do not exist, are used already or are not yours: {file_ids}. Upload them again."
    )


def too_large(kind: FileKind | None, size_bytes: int, limit_bytes: int) -> TooLarge:
    """The refusal with sizes as people read them; ``kind`` is None where nothing has been read yet."""
    name, name_en = KIND_NAMES[kind] if kind else ("文件", "file")
    return TooLarge(
        name=name,
        name_en=name_en,
        size_mb=round(size_bytes / 1024 / 1024, 1),
        limit_mb=limit_bytes // 1024 // 1024,
    )

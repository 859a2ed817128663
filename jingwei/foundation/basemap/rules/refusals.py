"""Why a file or a request about the base map is refused."""

from jingwei.kernel.errors import DomainError, Invalid


class FileUnreadable(Invalid):
    code = "basemap.file_unreadable"
    message = "不能读取“{file}”：{reason}。可以导入的格式：OpenStreetMap 的 .osm.pbf，以及 .geojson（要素集合，或每行一个要素）。"
    message_en = (
        "“{file}” cannot be read: {reason}. Possible: OpenStreetMap's .osm.pbf, and .geojson "
        "(a feature collection, or one feature a line)."
    )


class NothingThere(Invalid):
    code = "basemap.nothing_there"
    message = (
        "文件里没有一个要素能成为底图（共看了{seen}个，不在本市范围内的{outside}个）。"
        "要素没有写明类别的，用 --as building 等说明是哪一层；不限范围的，用 --everywhere。"
    )
    message_en = (
        "Nothing in the file can become a base map ({seen} looked at, {outside} of them outside the city). "
        "Where features do not say what they are, name their layer, for example --as building; "
        "for anywhere, use --everywhere."
    )


class OtherFile(Invalid):
    code = "basemap.other_file"
    message = "“{name}”有一次没做完的导入，来自另一个文件。请用原来的文件继续，或加 --anew 重新开始。"
    message_en = (
        "An import of “{name}” from another file was not finished. Go on with that file, or add --anew."
    )


class BusyElsewhere(DomainError):
    code = "basemap.busy_elsewhere"
    message = "“{name}”正在另一处导入。请等它完成，或先停下它。"
    message_en = "“{name}” is being imported elsewhere. Wait for it to finish, or stop it first."


class DatasetUnknown(Invalid):
    code = "basemap.dataset_unknown"
    message = "没有这个底图数据集。请刷新列表后再选。"
    message_en = "There is no such data set of the base map. Refresh the list and choose again."


class NoSuchTile(Invalid):
    code = "basemap.no_such_tile"
    message = "底图没有这一块（{z}/{x}/{y}）。级别从{lowest}到{highest}，行列号不超出该级别。"
    message_en = "The base map has no such tile ({z}/{x}/{y}). Zooms go from {lowest} to {highest}."


class PictureUnknown(Invalid):
    code = "basemap.picture_unknown"
    message = "没有“{key}”这张影像图。请从 /base-map/pictures 列出的里选。"
    message_en = "There is no picture map “{key}”. Choose one of those that /base-map/pictures lists."


class StillShown(DomainError):
    code = "basemap.still_shown"
    message = "“{name}”正在底图上显示，不能删除。请先停用，再删除。"
    message_en = "“{name}” is shown on the base map. Take it off first, then remove it."


class NotReady(DomainError):
    code = "basemap.not_ready"
    message = "“{name}”还没有导入完，不能显示。请先用 ./jw import-basemap 继续导入。"
    message_en = (
        "“{name}” has not been read to its end and cannot be shown. Go on with ./jw import-basemap first."
    )


class PictureMissing(DomainError):
    code = "basemap.picture_missing"
    message = "这张影像图暂时取不到（{reason}）。底图可以换回矢量图；持续如此请告知运维人员。"
    message_en = "This picture map cannot be fetched at present ({reason}). Switch to the vector base, or tell the operator."
    status = 503


class PictureTooOften(DomainError):
    code = "basemap.picture_too_often"
    message = "影像图请求太频繁，请在{seconds}秒后再试。"
    message_en = "Too many pictures were asked for; try again in {seconds} seconds."
    status = 429
